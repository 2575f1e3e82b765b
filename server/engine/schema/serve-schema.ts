import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Language } from "../../plugin-api/text.ts";

/** For whom a schema is served. */
export interface SchemaReader {
  readonly language: Language;
  /** The fields that may be read; null or absent for all of them. */
  readonly readable?: ReadonlySet<string> | null;
}

/** The schema as a reader is given it: sentences in one language, fields that they may not read left out. */
export function serveSchema(_schema: DataSchema, _reader: SchemaReader): DataSchema {
  throw new Error("not built yet");
}
