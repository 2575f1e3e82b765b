import type { JsonObject } from "../json.ts";
import type { Language, Text } from "../text.ts";

/** Reads records from files that other systems publish. */
export interface ImporterContribution {
  readonly title: Text;
  /** The type that it fills: `passerelle <type> import <path>`. */
  readonly type: string;
  /** Reads the path and yields records with their natural key, which makes a second import change nothing. */
  read(path: string, context: ImportContext): AsyncIterable<ImportedRecord>;
}

/** What an importer is given beside the path of what it reads. */
export interface ImportContext {
  readonly signal: AbortSignal;
  readonly language: Language;
  /** A line that cannot be read: reported, and the rest goes on. */
  readonly reject: (line: { readonly file: string; readonly line: number; readonly reason: string }) => void;
}

/** One record as the importer read it: found again by its key, so that a second import changes it. */
export interface ImportedRecord {
  /** Field and value that name the record in the world outside (`{field: "code", value: "F1402"}`). */
  readonly key: { readonly field: string; readonly value: string };
  readonly data: JsonObject;
}
