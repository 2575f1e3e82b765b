import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { Effect, FieldChange, TimerPlan } from "../../engine/execution/decision.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Condition } from "../records/record-reader.ts";

/**
 * One accepted decision on its way into the store: the record as it will be, the entry of its history, and what
 * follows from it. Everything that ever changes a record is one of these.
 */
export interface Change {
  readonly kind: "create" | "update" | "delete";
  /** The record after it (before it, for a deletion). */
  readonly record: StoredRecord | Case;
  /** The version that it was decided on; absent at creation. */
  readonly basedOn?: number;
  readonly entry: HistoryEntry;
  /** Null for a case that moves and keeps its data: its search entry and its references stay as they are. */
  readonly index: SearchIndexEntry | null;
  /** Ids that the record refers to, by field: each must exist, not deleted, of that type, when the change is written. */
  readonly references: readonly Reference[];
  readonly arm: readonly TimerPlan[];
  readonly cancel: readonly string[];
  readonly effects: readonly Effect[];
  /** What its rules counted. Each is counted again when the change is written, and must be the same number. */
  readonly premises?: readonly Premise[];
  /** How many effects and immediate timers led to it, one by another; none when a person or a waiting timer made it. */
  readonly depth?: number;
  /** Takes the person that the record is about out of it, and out of its history. */
  readonly erase?: Erasure;
  /** What the second request with the same key is answered. */
  readonly answer?: KeptAnswer;
  /** The effect or timer that this change is the outcome of: marked done in the same transaction. */
  readonly settles?: {
    readonly effectKey?: string;
    readonly timer?: { readonly recordId: string; readonly key: string; readonly dueAt: string };
  };
}

/** What a change leaves in the history of its record. */
export interface HistoryEntry {
  /** UTC ISO-8601. */
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  /** The event's name; `create`, `update` and `delete` for records. */
  readonly event: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly changes: { readonly [field: string]: FieldChange };
  /** The case's system fields after it, so that the past can be told. */
  readonly system: JsonObject;
  readonly note: string | null;
}

/** What the store keeps beside the document, so that lists are fast and in the same order on every database. */
export interface SearchIndexEntry {
  /** Folded text (no accents, no case) of each text field that can be sorted. */
  readonly keys: { readonly [field: string]: string };
  /** Folded words of the searchable fields, each after the letter of its reading class. */
  readonly words: readonly string[];
  /** The display name. */
  readonly label: string;
  /** What lists put it in order by. */
  readonly sortName: string;
}

/** A field of a record that holds the id of another. */
export interface Reference {
  readonly field: string;
  readonly type: string;
  readonly id: string;
}

/** A number that a rule was decided on: so many live records of the type met the conditions. */
export interface Premise {
  /** Equal for equal type and conditions. Of changes that share it, one is written at a time. */
  readonly key: string;
  readonly type: string;
  readonly where: readonly Condition[];
  readonly count: number;
}

/** What is left when a person is erased; the record itself must hold no more than that already. */
export interface Erasure {
  /** Fields whose values stay, in the history too. */
  readonly keep: readonly string[];
  /** Ids of the documents that go. */
  readonly files: readonly string[];
  /** What the record is called and how its person is reached: effects of other records that hold one of these go. */
  readonly names: readonly string[];
}

/** The `Idempotency-Key` that a change was asked for with. */
export interface KeptAnswer {
  readonly key: string;
  readonly actorId: string;
  /** Digest of the request, so that a key used for another request is refused. */
  readonly digest: string;
}

/** What became of a change in the transaction; each of a group is told on its own. */
export type Outcome =
  | { readonly done: true; readonly seq: number }
  | { readonly done: false; readonly why: "conflict"; readonly version: number }
  | { readonly done: false; readonly why: "missing" }
  /** What its rules counted has changed: they have to be asked again. */
  | { readonly done: false; readonly why: "outdated" }
  | { readonly done: false; readonly why: "dangling"; readonly reference: Reference }
  | {
      readonly done: false;
      readonly why: "referred-to";
      readonly by: { readonly type: string; readonly id: string; readonly count: number };
    }
  | { readonly done: false; readonly why: "answered" }
  | { readonly done: false; readonly why: "settled" };
