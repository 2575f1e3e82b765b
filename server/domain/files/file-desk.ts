import type { FileIndex, FileVault } from "./stored-file.ts";

/** What the use cases about files need. */
export interface FileDesk {
  readonly index: FileIndex;
  readonly vault: FileVault;
  readonly now: () => string;
  readonly newId: () => string;
}
