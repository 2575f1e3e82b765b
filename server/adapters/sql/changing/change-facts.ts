import { type RecordSalt, readSalt } from "../../../domain/audit/record-salt.ts";
import type { Change } from "../../../domain/changes/change.ts";
import type { Row } from "../statement.ts";

/** What must be known before a group can be judged: the ids and keys to look up. */
export interface FactKeys {
  /** Records that the group changes, deletions included. */
  readonly records: readonly string[];
  readonly changed: readonly string[];
  /** Those of them whose references may have changed. */
  readonly rewritten: readonly string[];
  readonly deleted: readonly string[];
  /** Records that it refers to. */
  readonly referred: readonly string[];
  /** Effects and records of timers that it settles. */
  readonly effects: readonly string[];
  readonly timers: readonly string[];
  readonly answers: readonly { readonly actorId: string; readonly key: string }[];
}

/** What the store holds of them. It is still so when the group is written, or the group fails and is tried again. */
export interface ChangeFacts {
  readonly records: ReadonlyMap<string, FoundRecord>;
  /** The last link of each record's chain, and the salt of its values. */
  readonly heads: ReadonlyMap<string, string>;
  readonly salts: ReadonlyMap<string, RecordSalt>;
  /** Identities of references, by record. */
  readonly references: ReadonlyMap<string, ReadonlyMap<string, FoundReference>>;
  readonly effects: ReadonlySet<string>;
  readonly timers: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  readonly referrers: ReadonlyMap<string, Referrers>;
  /** How many records meet each premise, by its key. */
  readonly premises: ReadonlyMap<string, number>;
  /** How many changes had ever been written; null where the database is not asked for it. */
  readonly changeCount: number | null;
}

/** A record as the store holds it. */
export interface FoundRecord {
  readonly type: string;
  readonly version: number;
  readonly deleted: boolean;
}

/** A reference as the store holds it. */
export interface FoundReference {
  readonly fromId: string;
  readonly field: string;
  readonly toId: string;
}

/** Who refers to a record: how many, and one of them. */
export interface Referrers {
  readonly count: number;
  readonly id: string;
  readonly type: string;
}

/** One name for several parts; no part holds the separator. */
export const compositeKey = (...parts: readonly string[]): string => parts.join("\u0001");

/** What to look up before these changes can be judged. */
export function factKeysOf(changes: readonly Change[]): FactKeys {
  const ids = (kinds: readonly Change["kind"][]) =>
    changes.filter((change) => kinds.includes(change.kind)).map((change) => change.record.id);
  const distinct = (values: readonly (string | undefined)[]) => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  return {
    records: ids(["create", "update", "delete"]),
    changed: ids(["create", "update"]),
    rewritten: changes.filter(({ index }) => index !== null).map(({ record }) => record.id),
    deleted: ids(["delete"]),
    referred: distinct(changes.flatMap((change) => change.references.map((reference) => reference.id))),
    effects: distinct(changes.map((change) => change.settles?.effectKey)),
    timers: distinct(changes.map((change) => change.settles?.timer?.recordId)),
    answers: changes.flatMap(({ answer }) => (answer ? [{ actorId: answer.actorId, key: answer.key }] : [])),
  };
}

/** Reads the rows that the facts statement answers. */
export function readFacts(
  rows: readonly Row[],
  { referrers, premises }: Pick<ChangeFacts, "referrers" | "premises">,
): ChangeFacts {
  const records = new Map<string, FoundRecord>();
  const heads = new Map<string, string>();
  const salts = new Map<string, RecordSalt>();
  const references = new Map<string, Map<string, FoundReference>>();
  const effects = new Set<string>();
  const timers = new Set<string>();
  const answers = new Set<string>();
  let changeCount: number | null = null;
  for (const { fact, a, b, c, d, n } of rows) {
    const [first, second, third] = [String(a), String(b), String(c)];
    if (fact === "record") {
      records.set(first, { type: second, version: Number(n), deleted: c !== null });
      heads.set(first, String(d));
    } else if (fact === "salt") {
      salts.set(first, readSalt(second));
    } else if (fact === "reference") {
      const ofRecord = references.get(first) ?? new Map<string, FoundReference>();
      ofRecord.set(compositeKey(second, third), { fromId: first, field: second, toId: third });
      references.set(first, ofRecord);
    } else if (fact === "effect") {
      effects.add(first);
    } else if (fact === "timer") {
      timers.add(compositeKey(first, second, third));
    } else if (fact === "counted") {
      changeCount = Number(n);
    } else {
      answers.add(compositeKey(first, second));
    }
  }
  return { records, heads, salts, references, effects, timers, answers, referrers, premises, changeCount };
}
