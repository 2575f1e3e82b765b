import type { Refused } from "../../engine/execution/decision.ts";
import { colon } from "../../engine/language/colon.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Language } from "../../plugin-api/text.ts";
import { fieldTitle } from "./field-title.ts";

/** Why a decision was refused, as sentences; the schema knows what its fields are called. */
export function refusalSentences(
  { reasons, errors }: Refused,
  schema: DataSchema,
  language: Language,
): readonly string[] {
  const fields = Object.entries(errors).map(
    ([path, message]) => `${fieldTitle(schema, path, language)}${colon(language)} ${message}`,
  );
  return [...reasons.map((reason) => reason.message), ...fields];
}
