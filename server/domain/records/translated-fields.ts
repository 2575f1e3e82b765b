import { sameJson } from "../../engine/execution/merge-data.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { PublishedType } from "../definitions/published-type.ts";

/** A text, and the field beside it that holds the same text in the languages it was written in. */
export interface TranslatedField {
  readonly field: string;
  readonly texts: string;
}

/** Types that have such fields, as far as these functions look at them. */
type Translated = Pick<PublishedType, "translated">;

/** The fields of a schema that are marked `x-translations`. */
export function translatedFieldsOf(schema: DataSchema): readonly TranslatedField[] {
  return fieldsOf(schema).flatMap(({ name, schema: { "x-translations": texts } }) =>
    texts === undefined ? [] : [{ field: name, texts }],
  );
}

/**
 * The data with each translated field in the reader's language; one without words in it stays as it is kept.
 *
 * @example
 * inReadersLanguage(tasks, { title: "Relier", titles: { en: "Bind" } }, "en"); // { title: "Bind", titles: { en: "Bind" } }
 */
export function inReadersLanguage({ translated }: Translated, data: JsonObject, language: Language): JsonObject {
  if (translated.length === 0) return data;
  const told = translated.flatMap(({ field, texts }) => {
    const text = Object.hasOwn(data, field) ? textIn(data[texts], language) : undefined;
    return text === undefined ? [] : [[field, text] as const];
  });
  return { ...data, ...Object.fromEntries(told) };
}

/** What a history entry changed, told likewise: the texts of a field are no change of their own. */
export function changesInReadersLanguage(
  { translated }: Translated,
  changes: FieldChanges,
  language: Language,
): FieldChanges {
  if (translated.length === 0) return changes;
  const told: { [field: string]: FieldChange } = { ...changes };
  for (const { field, texts } of translated) {
    const [change, words] = [changes[field], changes[texts]];
    delete told[texts];
    if (change === undefined || words === undefined) continue;
    told[field] = {
      from: textIn(words.from, language) ?? change.from,
      to: textIn(words.to, language) ?? change.to,
    };
  }
  return told;
}

interface FieldChange {
  readonly from: Json;
  readonly to: Json;
}

type FieldChanges = { readonly [field: string]: FieldChange };

/** A patch without the fields that it only sends back as its writer was shown them. */
export function withoutShownTexts(type: Translated, patch: JsonObject, shown: Shown): JsonObject {
  if (type.translated.length === 0) return patch;
  const told = inReadersLanguage(type, shown.data, shown.language);
  const isSentBack = ({ field, texts }: TranslatedField) =>
    Object.hasOwn(patch, field) &&
    patch[field] === told[field] &&
    (!Object.hasOwn(patch, texts) || sameJson(patch[texts] ?? null, shown.data[texts] ?? null));
  const sentBack = new Set(type.translated.filter(isSentBack).map(({ field }) => field));
  return Object.fromEntries(Object.entries(patch).filter(([field]) => !sentBack.has(field)));
}

interface Shown {
  /** As it is kept. */
  readonly data: JsonObject;
  readonly language: Language;
}

/** Whoever writes a text anew writes it for everybody: what it was in other languages goes. */
export function withoutOldTexts({ translated }: Translated, before: JsonObject, after: JsonObject): JsonObject {
  const stale = new Set(
    translated.flatMap(({ field, texts }) => {
      const isRewritten = after[field] !== before[field] && sameJson(after[texts] ?? null, before[texts] ?? null);
      return isRewritten ? [texts] : [];
    }),
  );
  return stale.size === 0 ? after : Object.fromEntries(Object.entries(after).filter(([field]) => !stale.has(field)));
}

/** The field that a list is put in order by when its reader asks for `name`: the words that they read. */
export function sortedAs({ translated }: Translated, name: string, language: Language): string {
  const found = translated.find(({ field }) => field === name);
  return found === undefined ? name : `${found.texts}.${language}`;
}

/** What is kept under a field to sort by: a record whose text is in one language alone stands there by that one. */
export function sortedValue({ translated }: Translated, data: JsonObject, name: string): Json | undefined {
  const [root = name, language, ...rest] = name.split(".");
  const found = rest.length === 0 ? translated.find(({ texts }) => texts === root) : undefined;
  return found === undefined || language === undefined
    ? undefined
    : (textIn(data[root], language) ?? data[found.field]);
}

function textIn(texts: Json | undefined, language: string): string | undefined {
  const text = isObject(texts) ? texts[language] : undefined;
  return typeof text === "string" ? text : undefined;
}
