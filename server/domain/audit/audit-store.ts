import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import type { StoredEntry } from "../records/record-reader.ts";
import type { RecordSalt } from "./record-salt.ts";

/** Reads whole histories, and keeps the seals over them. */
export interface AuditStore {
  /** Records of every type after that id, deleted ones too, with all that is kept of their history. By id. */
  chains(after: string, limit: number): Promise<readonly StoredChain[]>;
  /** Entries of records that are not there. */
  strays(): Promise<readonly { readonly recordId: string; readonly seq: number }[]>;
  /** Where the chains stand of the records whose last change is after `after` and up to `upTo`, counted over all. */
  heads(after: number, upTo: number): Promise<readonly SealedHead[]>;
  /** How many changes were made so far. */
  changes(): Promise<number>;
  /** The links of these entries, as they are now, in no order; what is not there is left out. */
  links(heads: readonly SealedHead[]): Promise<readonly SealedHead[]>;
  lastSeal(): Promise<Seal | null>;
  seals(after: number, limit: number): Promise<readonly Seal[]>;
  /** False when another process has put a seal of that number. */
  addSeal(seal: Seal): Promise<boolean>;
}

/** All that the store holds of one record. */
export interface StoredChain {
  readonly record: StoredRecord | Case;
  readonly isDeleted: boolean;
  /** The last link, as the record keeps it. */
  readonly head: string;
  readonly salt: RecordSalt | null;
  readonly entries: readonly LinkedEntry[];
  readonly timers: readonly { readonly key: string; readonly dueAt: string }[];
  readonly references: readonly { readonly field: string; readonly id: string }[];
}

/** An entry with its link, as it is kept. */
export interface LinkedEntry extends StoredEntry {
  readonly hash: string;
}

/** Where the chain of a record stood: its entry of that number had that link. */
export type SealedHead = readonly [recordId: string, seq: number, hash: string];

/** Says at one moment where every chain stood that had grown since the seal before it. */
export interface Seal {
  /** From 1, without a gap. */
  readonly nr: number;
  /** UTC ISO-8601. */
  readonly at: string;
  /** It covers the changes up to this one, counted over all records. */
  readonly upTo: number;
  readonly heads: readonly SealedHead[];
  /** Over all of it and the seal before. */
  readonly hash: string;
}
