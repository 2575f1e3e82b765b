import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import { localTime } from "../../engine/time/local-time.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import { type Cell, cellText } from "./table.ts";

/** How a value is to be told. */
export interface CellContext {
  readonly schema: DataSchema;
  /** Names of what the ids refer to. */
  readonly names: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Whose clocks tell the time. */
  readonly timeZone: string;
}

/** A value of a record as one cell: labels for codes, names for ids, lists joined. */
export function cellOf(value: Json, context: CellContext): Cell {
  const { schema, names, language, timeZone } = context;
  if (value === null) return null;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => cellOf(item, { ...context, schema: schema.items ?? {} }));
    return items.map((item) => (item === null ? "" : cellText(item))).join(", ");
  }
  if (typeof value === "object") return objectText(value as JsonObject, context);
  const label = schema["x-labels"]?.[String(value)];
  if (label !== undefined) return inLanguage(label, language);
  if (schema["x-reference"] !== undefined || schema["x-widget"] === "staff") return names.get(String(value)) ?? null;
  if (schema["x-widget"] === "money" && typeof value === "number") return value / 100;
  if (schema.format === "date") return { local: String(value) };
  if (schema.format === "date-time") return { local: localTime(String(value), timeZone) };
  return value;
}

function objectText(value: JsonObject, context: CellContext): string {
  const parts = fieldsOf(context.schema).flatMap(({ name, schema }) => {
    const cell = cellOf(value[name] ?? null, { ...context, schema });
    return cell === null || cell === "" ? [] : [cellText(cell)];
  });
  return parts.join(" · ");
}
