import type { Readable } from "node:stream";

/** A file that was sent: what it is called and weighs. Its bytes are in the `FileVault`. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  /** UTC ISO-8601. */
  readonly uploadedAt: string;
}

/** Keeps what is known of each file. */
export interface FileIndex {
  insert(file: StoredFile): Promise<void>;
  get(id: string): Promise<StoredFile | null>;
  /** Ids of those that an erasure took away, and whose bytes may still be there. */
  removed(): Promise<readonly string[]>;
  /** Their bytes are gone. */
  forget(id: string): Promise<void>;
}

/** Keeps the bytes: on this machine's disk today, in a shared store where several machines serve one town. */
export interface FileVault {
  /** Stores the stream under that id; throws when it ends early or weighs more than `maxBytes` (`FileTooLarge`). */
  store(id: string, content: Readable, maxBytes: number): Promise<{ readonly size: number; readonly sha256: string }>;
  /** Null when there is no such file. */
  open(id: string): Promise<Readable | null>;
  remove(id: string): Promise<void>;
}

/** The stream weighs more than it may. */
export class FileTooLarge extends Error {
  override readonly name = "FileTooLarge";
}
