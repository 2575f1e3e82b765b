import type { Json, JsonObject } from "../json.ts";

/** The records of the office, read under no one's rights: what a plugin answers is checked by the host. */
export interface RecordAccess {
  get(type: string, id: string): Promise<JsonObject | null>;
  /** Flat records. `filter` and `sort` are those of the HTTP lists. At most `limit` (default 1000). */
  list(type: string, query?: RecordQuery): Promise<readonly JsonObject[]>;
  count(type: string, filter?: JsonObject): Promise<number>;
  /** Groups the matching records and counts them, in the database. */
  aggregate(type: string, query: AggregateQuery): Promise<readonly AggregateRow[]>;
  /** Every record of the type in batches of at most 1000, by id. */
  each(type: string, filter?: JsonObject): AsyncIterable<readonly JsonObject[]>;
  /** Grows with every change of a record of the type: what an index in memory is kept fresh by. */
  revision(type: string): Promise<number>;
  /** Records of the type changed after that revision, tombstones as `{id, deleted: true}`. */
  changedSince(type: string, revision: number): Promise<readonly JsonObject[]>;
}

/** Which records to read, in which order, and how many. */
export interface RecordQuery {
  readonly filter?: JsonObject;
  readonly sort?: readonly [string, "ASC" | "DESC"];
  readonly limit?: number;
  readonly offset?: number;
}

/** What to count, and by which fields. */
export interface AggregateQuery {
  readonly filter?: JsonObject;
  /** Fields to group by; a date field may be cut to its month (`YYYY-MM`). A dotted field follows one reference: `journeyId.assigneeId`. */
  readonly groupBy: readonly (string | { readonly field: string; readonly by: "month" | "year" })[];
  /** Average number of days between two date fields of the group's records, dotted ones too, beside the count. */
  readonly averageDays?: { readonly from: string; readonly to: string };
}

/** One group of records with its figures. */
export interface AggregateRow {
  /** The value of each `groupBy`, in its order. */
  readonly group: readonly Json[];
  readonly count: number;
  readonly averageDays?: number | null;
}
