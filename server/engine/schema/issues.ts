import type { DataSchema, SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { Language } from "../../plugin-api/text.ts";

/** An error as ajv (`instancePath`, `schemaPath`) or cfworker (`instanceLocation`, `keywordLocation`) tells it. */
export interface RawIssue {
  /** JSON pointer into the value, with or without its leading `#`. */
  readonly instance: string;
  /** JSON pointer into the schema that ends in the keyword, with or without its leading `#`. */
  readonly keyword: string;
}

/**
 * The errors of a validator in our own sentences, without the keywords that only say that something inside is wrong:
 * the same whichever validator found them.
 */
export function issuesFrom(
  _raw: readonly RawIssue[],
  _checked: { readonly schema: DataSchema; readonly value: unknown; readonly language: Language },
): readonly SchemaIssue[] {
  throw new Error("not built yet");
}
