import type { DataSchema, SchemaType } from "../../plugin-api/data-schema.ts";
import type { Json } from "../../plugin-api/json.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import { fr } from "../language/fr.ts";
import { type SentenceKey, say } from "../language/say.ts";

/** More values than these are not listed in the sentence: the field shows them. */
const LISTED_VALUES = 8;

/** What to say to a person when the keyword of that schema does not hold for their value. */
export function sentenceFor(keyword: string, schema: DataSchema, language: Language): string {
  const sentence = sentences[keyword];
  return sentence === undefined ? say(language, "issue.invalid") : sentence(schema, language);
}

type Sentence = (schema: DataSchema, language: Language) => string;

const sentences: { readonly [keyword: string]: Sentence } = {
  type: ({ type }, language) => say(language, `issue.type.${firstType(type)}`),
  enum: (schema, language) => {
    const values = (schema.enum ?? []).map((value) => labelOf(value, schema, language));
    if (values.length > LISTED_VALUES) return say(language, "issue.enum");
    return say(language, "issue.enum-of", { values: values.join(", ") });
  },
  const: (schema, language) => say(language, "issue.const", { value: labelOf(schema.const ?? null, schema, language) }),
  format: ({ format }, language) => {
    const key = `issue.format.${format}`;
    return isKey(key) ? say(language, key) : say(language, "issue.invalid");
  },
  minimum: ({ minimum }, language) => say(language, "issue.minimum", { limit: minimum ?? 0 }),
  maximum: ({ maximum }, language) => say(language, "issue.maximum", { limit: maximum ?? 0 }),
  multipleOf: ({ multipleOf }, language) => say(language, "issue.multiple-of", { step: multipleOf ?? 1 }),
  minLength: ({ minLength = 1 }, language) =>
    minLength <= 1 ? say(language, "issue.required") : say(language, "issue.min-length", { limit: minLength }),
  maxLength: ({ maxLength }, language) => say(language, "issue.max-length", { limit: maxLength ?? 0 }),
  pattern: (_schema, language) => say(language, "issue.pattern"),
  minItems: ({ minItems = 1 }, language) =>
    minItems <= 1 ? say(language, "issue.min-items-one") : say(language, "issue.min-items", { limit: minItems }),
  maxItems: ({ maxItems }, language) => say(language, "issue.max-items", { limit: maxItems ?? 0 }),
  uniqueItems: (_schema, language) => say(language, "issue.unique-items"),
  contains: (_schema, language) => say(language, "issue.contains"),
  anyOf: (_schema, language) => say(language, "issue.any-of"),
  oneOf: (_schema, language) => say(language, "issue.any-of"),
  not: (_schema, language) => say(language, "issue.not"),
  propertyNames: (_schema, language) => say(language, "issue.property-names"),
  minProperties: (_schema, language) => say(language, "issue.min-properties"),
};

function firstType(type: DataSchema["type"]): SchemaType {
  return (Array.isArray(type) ? type[0] : type) ?? "string";
}

function labelOf(value: Json, schema: DataSchema, language: Language): string {
  const label = schema["x-labels"]?.[String(value)];
  return label === undefined ? String(value) : inLanguage(label, language);
}

type FormatKey = Extract<SentenceKey, `issue.format.${string}`>;

function isKey(key: string): key is FormatKey {
  return Object.hasOwn(fr, key);
}
