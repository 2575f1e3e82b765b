import { fold } from "../../engine/schema/fold.ts";
import { isCalendarDay } from "../../engine/time/calendar-day.ts";
import { instantAt } from "../../engine/time/local-time.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json } from "../../plugin-api/json.ts";
import { inLanguage, type Text } from "../../plugin-api/text.ts";

/** A cell as a value of its field, or why it cannot be one. */
export type ReadCell = { readonly value: Json } | { readonly fault: Text };

/**
 * Reads a cell as people write it: French dates and decimals, oui/non, labels for codes, numbers for the bands that
 * hold them, times of the office's own clocks, lists separated by `,`, `;`, `|` or `/`. What else is no value of the field is left to its schema to refuse.
 */
export function readCell(cell: string, schema: DataSchema, timeZone: string): ReadCell {
  const text = /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
  if (schema.items) return readList(text, schema.items, timeZone);
  if (schema.enum) return readCode(text, schema);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes("boolean")) return readFlag(text);
  if (types.includes("number") || types.includes("integer")) return readNumber(text, schema);
  if (schema.format === "date") return readDay(text);
  if (schema.format === "date-time") return readTime(text, timeZone);
  if (schema.format === "siret") return { value: text.replace(/[\s.]/g, "") };
  if (schema.format === "email") return { value: text.toLowerCase() };
  if (schema.format === "postal-code" && /^\d{4}$/.test(text)) return { value: `0${text}` };
  return { value: text };
}

function readList(text: string, items: DataSchema, timeZone: string): ReadCell {
  const parts = text.split(/[,;|/]/).map((part) => part.trim());
  const read = parts.filter((part) => part !== "").map((part) => readCell(part, items, timeZone));
  const fault = read.find((each) => "fault" in each);
  if (fault) return fault;
  return { value: read.flatMap((each) => ("value" in each ? [each.value] : [])) };
}

function readCode(text: string, schema: DataSchema): ReadCell {
  const values = schema.enum ?? [];
  const wanted = fold(text);
  const labelled = values.find((value) => {
    const label = schema["x-labels"]?.[String(value)];
    const names = label === undefined ? [] : [inLanguage(label, "fr"), inLanguage(label, "en")];
    return [String(value), ...names].some((name) => fold(name) === wanted);
  });
  if (labelled !== undefined) return { value: labelled };
  const band = bandOf(text, schema["x-bands"] ?? {});
  if (band !== undefined) return { value: band };
  const labels = values.map((value) => schema["x-labels"]?.[String(value)] ?? String(value));
  return {
    fault: {
      fr: `« ${text} » n’est pas une des valeurs possibles : ${labels.map((label) => inLanguage(label, "fr")).join(", ")}.`,
      en: `"${text}" is none of the possible values: ${labels.map((label) => inLanguage(label, "en")).join(", ")}.`,
    },
  };
}

/** The one band that holds every number of the text: "12", "10 à 19", "1 ou 2 personnes". */
function bandOf(text: string, bands: NonNullable<DataSchema["x-bands"]>): string | undefined {
  const numbers = (text.match(/\d+(?:[\s\u00a0\u202f]\d{3})*/g) ?? []).map((digits) =>
    Number(digits.replace(/\s/g, "")),
  );
  if (numbers.length === 0) return undefined;
  const holds = ([from, to]: readonly [number, number]) => numbers.every((number) => from <= number && number <= to);
  return Object.entries(bands).find(([, range]) => holds(range))?.[0];
}

const yes = new Set(["oui", "o", "vrai", "x", "1", "yes", "y", "true"]);
const no = new Set(["non", "n", "faux", "0", "no", "false"]);

function readFlag(text: string): ReadCell {
  const word = fold(text);
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  return { fault: { fr: `« ${text} » : écrivez oui ou non.`, en: `"${text}": write yes or no.` } };
}

function readNumber(text: string, schema: DataSchema): ReadCell {
  const number = numberIn(text);
  if (number === null) return { fault: { fr: `« ${text} » n’est pas un nombre.`, en: `"${text}" is not a number.` } };
  return { value: schema["x-widget"] === "money" ? Math.round(number * 100) : number };
}

function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A day and its time; an instant as it is. */
function readTime(text: string, timeZone: string): ReadCell {
  const [, day = "", time] = /^(\S+)[ T]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)$/.exec(text) ?? [];
  if (time === undefined || !isCalendarDay(isoDay(day))) return { value: text };
  return { value: instantAt(`${isoDay(day)}T${time}`, timeZone) };
}

/** `31/03/2026` as `2026-03-31`; anything else as it is. */
function isoDay(text: string): string {
  const [, day = "", month = "", year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function readDay(text: string): ReadCell {
  const iso = isoDay(text);
  if (isCalendarDay(iso)) return { value: iso };
  return {
    fault: {
      fr: `« ${text} » n’est pas une date. Écrivez-la comme 31/03/2026.`,
      en: `"${text}" is not a date. Write it like 31/03/2026.`,
    },
  };
}
