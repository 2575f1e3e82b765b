import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { SearchIndexEntry } from "../changes/change.ts";
import type { PublishedType } from "./published-type.ts";

/** What the store keeps beside records to sort and find them by, made again without changing them. */
export interface SearchIndex {
  /** Writes the entries of these records, in their order. One that is changed meanwhile keeps the entry of its change. */
  rewrite(records: readonly (StoredRecord | Case)[], entries: readonly SearchIndexEntry[]): Promise<void>;
  /** After very many records were written at once: their lists are fast now, not when the database next looks by itself. */
  refreshStatistics(): Promise<void>;
}

/** What the store keeps beside the documents of a type so that its lists are fast. Never changes a document. */
export interface TypeStorage extends SearchIndex {
  /** Makes the indexes and the SQL view of these types as they are now, and drops the indexes that they no longer ask for. */
  prepare(types: readonly PublishedType[]): Promise<void>;
  /** What the search entries of each type were last made for, as `reindex` was told; without types that it never finished. */
  madeFor(): Promise<ReadonlyMap<string, string>>;
  /** Writes the search entries of every live record of the type again, in batches, and keeps what they were made for. */
  reindex(type: PublishedType, entriesOf: EntriesOf, madeFor: string): Promise<void>;
}

/** The search entries of these records, in their order. */
export type EntriesOf = (records: readonly (StoredRecord | Case)[]) => Promise<readonly SearchIndexEntry[]>;
