import { Temporal } from "temporal-polyfill";
import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Field } from "../../definitions/published-type.ts";

/** What the values of a field are, for comparing. */
export type ValueKind = "text" | "number" | "boolean" | "day" | "instant";

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
  if (kind === "day") return isDay(value);
  return kind === "text" || isDay(value) || isInstant(value);
}

const unstorable = /\0|\p{Surrogate}/u;

/** Whether every database can keep the text. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

const day = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): boolean {
  if (!day.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export function isInstant(text: string): boolean {
  return instant.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/** The first instant of the office's day, UTC ISO-8601. `plus` counts days further. */
export function startOfDay(date: string, timeZone: string, plus = 0): string {
  const start = Temporal.PlainDate.from(date).add({ days: plus }).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds).toISOString();
}

/** An instant as the store writes it, so that it compares as text. */
export function normalInstant(text: string): string {
  return new Date(text).toISOString();
}
