import { isCalendarDay } from "../../../engine/time/calendar-day.ts";
import { isInstant } from "../../../engine/time/instant.ts";
import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Field } from "../../definitions/published-type.ts";

/** What the values of a field are, for comparing. */
export type ValueKind = "text" | "number" | "boolean" | "day" | "instant";

/** What the values of the field are; of a list, what its items are. */
export function valueKind({ ref, schema }: Field): ValueKind {
  const of = ref.kind === "list" ? (schema.items ?? {}) : schema;
  const type = plainType(of);
  if (type === "number" || type === "integer") return "number";
  if (type === "boolean") return "boolean";
  if (of.format === "date") return "day";
  return of.format === "date-time" ? "instant" : "text";
}

function plainType(schema: DataSchema): string | undefined {
  if (typeof schema.type === "string") return schema.type;
  return schema.type?.find((each) => each !== "null");
}

/** What a value of that kind is called, in the sentence that refuses another. */
export const expectedValues: Readonly<Record<ValueKind, { readonly fr: string; readonly en: string }>> = {
  text: { fr: "un texte", en: "a text" },
  number: { fr: "un nombre", en: "a number" },
  boolean: { fr: "true ou false", en: "true or false" },
  day: { fr: "une date (AAAA-MM-JJ)", en: "a date (YYYY-MM-DD)" },
  instant: { fr: "une date ou un instant (AAAA-MM-JJ…)", en: "a date or an instant (YYYY-MM-DD…)" },
};

/** Whether the value can be compared with values of that kind. Texts with a NUL or half a character never can. */
export function suits(kind: ValueKind, value: Json): value is string | number | boolean {
  if (kind === "number") return typeof value === "number";
  if (kind === "boolean") return typeof value === "boolean";
  if (typeof value !== "string" || !isStorable(value)) return false;
  if (kind === "day") return isCalendarDay(value);
  return kind === "text" || isCalendarDay(value) || isInstant(value);
}

const unstorable = /\0|\p{Surrogate}/u;

/** Whether every database can keep the text. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}
