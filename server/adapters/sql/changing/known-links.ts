import type { RecordSalt } from "../../../domain/audit/record-salt.ts";
import type { Change } from "../../../domain/changes/change.ts";
import type { ChangeFacts, FoundRecord } from "./change-facts.ts";
import type { ChangeRows } from "./change-rows.ts";
import { isMoveAlone } from "./is-move-alone.ts";

/** So many records are known; what moves again beyond that is read again. */
const mostKnown = 10_000;

/**
 * The last links of the histories that this process has written to. A version and its link belong together for good, so
 * that who moves a case at that very version need not read either. If somebody else has written since, there is another
 * version, and the store refuses the group as one that was overtaken.
 */
export class KnownLinks {
  readonly #links = new Map<string, { readonly version: number; readonly chain: string }>();
  #changeCount: number | null = null;

  /** The facts of a group; null when something of them has to be read. */
  factsOf(changes: readonly Change[]): ChangeFacts | null {
    const records = new Map<string, FoundRecord>();
    const heads = new Map<string, string>();
    const salts = new Map<string, RecordSalt>();
    for (const change of changes) {
      const { id, type } = change.record;
      const link = this.#links.get(id);
      if (link === undefined || link.version !== change.basedOn || !isWordless(change)) return null;
      records.set(id, { type, version: link.version, deleted: false });
      heads.set(id, link.chain);
      salts.set(id, unneeded);
    }
    return { ...nothingElse, records, heads, salts, changeCount: this.#changeCount };
  }

  /** To be told once a group is durable: what was undone is no link. */
  learn(rows: ChangeRows, { changeCount }: Pick<ChangeFacts, "changeCount">): void {
    const { inserted, updated, moved, buried, entries } = rows;
    this.#changeCount = changeCount === null ? null : changeCount + entries.length;
    if (this.#links.size > mostKnown) this.#links.clear();
    for (const { id, version, chain } of [...inserted, ...updated, ...moved]) this.#links.set(id, { version, chain });
    for (const { id } of buried) this.#links.delete(id);
  }
}

/** A move whose entry holds no value that is salted, and that no second request may repeat. */
function isWordless(change: Change): boolean {
  const { changes, note } = change.entry;
  return isMoveAlone(change) && note === null && Object.keys(changes).length === 0 && change.answer === undefined;
}

const unneeded: RecordSalt = { fields: {} };

const nothingElse: Omit<ChangeFacts, "records" | "heads" | "salts" | "changeCount"> = {
  references: new Map(),
  effects: new Set(),
  timers: new Set(),
  answers: new Set(),
  referrers: new Map(),
  premises: new Map(),
};
