import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import type { Json } from "../../../plugin-api/json.ts";
import { inLanguage, type Language } from "../../../plugin-api/text.ts";

/** Whom a value is written for. */
export interface TextOptions {
  readonly language: Language;
  /** IANA name of the office's time zone. */
  readonly timeZone: string;
}

/** A value as a display name writes it: the label of a code, a date as people write it, lists joined; empty for the rest. */
export function valueText(value: Json | undefined, schema: DataSchema, options: TextOptions): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => valueText(item, schema.items ?? {}, options));
    return items.filter((item) => item !== "").join(", ");
  }
  if (typeof value === "object") return "";
  const label = schema["x-labels"]?.[String(value)];
  if (label !== undefined) return inLanguage(label, options.language);
  if (typeof value === "number") return String(value);
  const text = String(value);
  if (schema.format === "date") return dayText(text, { ...options, timeZone: "UTC" });
  return schema.format === "date-time" ? dayText(text, options) : text;
}

function dayText(text: string, { language, timeZone }: TextOptions): string {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return text;
  return formatterFor(language, timeZone).format(instant);
}

/** Making one takes a hundred times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone });
  formatters.set(key, formatter);
  return formatter;
}
