import { allFieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";

/** What people call the field at that dotted path; its path where it has no title. */
export function fieldTitle(schema: DataSchema, path: string, language: Language): string {
  const title = allFieldsOf(schema).find((field) => field.path === path)?.schema["x-title"];
  return title === undefined ? path : inLanguage(title, language);
}
