import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { AggregateQuery, AggregateRow } from "../../plugin-api/contributions/index.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { HistoryEntry } from "../changes/change.ts";

/** A record with its display name. */
export interface LabelledRecord {
  readonly record: StoredRecord | Case;
  readonly label: string;
}

/** Looks records up by their ids. */
export interface RecordLookups {
  /** The live record of that type, or null. */
  get(type: string, id: string): Promise<LabelledRecord | null>;
  getMany(ids: readonly string[]): Promise<readonly LabelledRecord[]>;
  /**
   * The live records with these ids and the live ones that they refer to, two references deep, by id: all that a
   * decision and a name are made of. Of records that the store knows already, what they refer to may be left out.
   */
  around(ids: readonly string[]): Promise<FoundRecords>;
}

/** Records by their ids: more than were asked for, perhaps. */
export interface FoundRecords {
  get(id: string): LabelledRecord | undefined;
}

/** Reads records. Both adapters pass the suite in `test/integration/store/`. */
export interface RecordReader extends RecordLookups {
  list(query: ListQuery): Promise<ListPage>;
  count(query: Pick<ListQuery, "type" | "where">): Promise<number>;
  aggregate(
    type: string,
    where: readonly Condition[],
    query: Pick<AggregateQuery, "groupBy" | "averageDays">,
  ): Promise<readonly AggregateRow[]>;
  /** Entries of a record's history, oldest first; of a deleted one too. */
  history(type: string, id: string): Promise<readonly StoredEntry[]>;
  /** Live records that refer to this one, and the ones it refers to. */
  links(id: string): Promise<readonly Link[]>;
  revision(type: string): Promise<number>;
  changedSince(
    type: string,
    revision: number,
  ): Promise<readonly (LabelledRecord | { readonly id: string; readonly deleted: true })[]>;
}

/** A reference between two records, seen from one of them. */
export interface Link {
  readonly direction: "from" | "to";
  readonly field: string;
  readonly type: string;
  readonly id: string;
  readonly label: string;
}

/** Which records to list, in which order, and which part of them. */
export interface ListQuery {
  readonly type: string;
  readonly where: readonly Condition[];
  readonly sort: readonly { readonly field: FieldRef; readonly direction: "ASC" | "DESC" }[];
  readonly offset: number;
  /** Without it, all of them. */
  readonly limit?: number;
  /** Not counted: `total` is how many rows there are. Without `sort` they are the first that are found. */
  readonly uncounted?: true;
}

/** One page of a list, with its total. */
export interface ListPage {
  readonly rows: readonly LabelledRecord[];
  /** Exact up to `countedUpTo` (10,000): beyond, that bound, and `more` is true. */
  readonly total: number;
  readonly more: boolean;
}

/** Where a value stands and how it compares. `system` fields are columns of their own. */
export interface FieldRef {
  readonly name: string;
  readonly kind: "system" | "text" | "exact" | "number" | "boolean" | "date" | "list";
  /** It is marked `x-index`, and the store was told so (`TypeStorage.prepare`). */
  readonly indexed?: true;
}

/** One checked condition: the domain has parsed the filter and knows that the reader may use the field. */
export type Condition =
  | { readonly op: "eq" | "neq" | "lt" | "lte" | "gt" | "gte"; readonly field: FieldRef; readonly value: Json }
  | { readonly op: "in"; readonly field: FieldRef; readonly values: readonly Json[] }
  | { readonly op: "null"; readonly field: FieldRef; readonly is: boolean }
  /** A dotted path and everything under it (`coaching` matches `coaching.searching`), in any of the parallel leaves. */
  | { readonly op: "stage"; readonly path: string }
  /** Full text: every word a prefix, looked for in the classes that the reader may read. */
  | {
      readonly op: "words";
      readonly words: readonly string[];
      readonly classes: readonly string[];
      /** References whose own words are searched too: the display name of a case is that of its subject. */
      readonly through: readonly {
        readonly field: string;
        readonly type: string;
        readonly classes: readonly string[];
      }[];
    }
  /** A live record of `type` that meets `where` refers to this one by `field`. */
  | { readonly op: "referredFrom"; readonly type: string; readonly field: string; readonly where: readonly Condition[] }
  /** The record that the field refers to meets `where`: `journeyId.assigneeId`. */
  | { readonly op: "reference"; readonly field: string; readonly type: string; readonly where: readonly Condition[] }
  /** Written, as the store counts its changes, after that other record last was. */
  | { readonly op: "changedAfter"; readonly recordId: string }
  | { readonly op: "any"; readonly of: readonly (readonly Condition[])[] }
  | { readonly op: "nothing" };

/** A history entry as it was stored. */
export interface StoredEntry extends HistoryEntry {
  /** From 1 within the record. */
  readonly seq: number;
  /** Of the record after it. */
  readonly version: number;
  /** Digests of the values that were erased from it, by field; the note's under `#note`. */
  readonly erased?: { readonly [field: string]: string };
}
