import type { JsonObject, RecordAccess } from "../../../server/plugin-api/index.ts";
import { inTurns } from "./in-turns.ts";

/** Tells an index in memory of every record of a type once, and of every change after that. */
export interface Follower {
  /** Whether anything had changed. */
  refresh(): Promise<boolean>;
}

interface Following {
  /** Which records the index begins with; changes of all of them are told afterwards. */
  readonly filter: JsonObject;
  /** A record as it is now, or `{id, deleted: true}`. */
  readonly apply: (record: JsonObject) => void;
}

/** Follows one type. Refreshes that are asked for at the same time are one. */
export function createFollower(records: RecordAccess, type: string, { filter, apply }: Following): Follower {
  let known: number | null = null;
  let underWay: Promise<boolean> | null = null;

  async function catchUp(): Promise<boolean> {
    // Asked before reading: what changes meanwhile is told again, never missed.
    const revision = await records.revision(type);
    if (revision === known) return false;
    if (known === null) {
      for await (const batch of records.each(type, filter)) await inTurns(batch, apply);
    } else {
      await inTurns(await records.changedSince(type, known), apply);
    }
    known = revision;
    return true;
  }

  return {
    refresh() {
      underWay ??= catchUp().finally(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}
