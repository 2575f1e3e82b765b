import type { SchemaValidator } from "../../engine/schema/validator.ts";
import { isCalendarDay } from "../../engine/time/calendar-day.ts";
import type { ReportParams } from "../../plugin-api/contributions/index.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Text } from "../../plugin-api/text.ts";
import { wrongReportParams } from "./report-errors.ts";

/** Parameters as an address carries them: each once or several times. */
export interface AskedParams {
  readonly [param: string]: string | readonly string[];
}

/** What parameters are read by. */
export interface ParamsReader {
  readonly schema: DataSchema | undefined;
  readonly validator: SchemaValidator;
  /** Local day of the office, ISO. */
  readonly today: string;
}

/**
 * What a report is run with: the period, the last twelve months where it is not given, and the report's own
 * parameters, each read as its schema's type.
 * @throws DomainError `wrong-report-params` naming each parameter.
 */
export function readReportParams(asked: AskedParams, { schema, validator, today }: ParamsReader): ReportParams {
  const { from: askedFrom, to: askedTo, ...others } = asked;
  const errors: Record<string, Text> = {};
  const to = dayOf(askedTo, today);
  const from = dayOf(askedFrom, to === null ? today : yearUpTo(to));
  if (from === null) errors["from"] = notADay;
  if (to === null) errors["to"] = notADay;
  if (from === null || to === null) throw wrongReportParams(errors);
  if (from > to) throw wrongReportParams({ from: afterItsEnd });

  const params: Record<string, Json> = {};
  for (const [name, value] of Object.entries(others)) {
    const { properties = {} } = schema ?? {};
    const part = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (part) params[name] = readAs(part, value);
    else errors[name] = unknownParam;
  }
  if (schema) Object.assign(errors, issues(schema, params, validator));
  if (Object.keys(errors).length > 0) throw wrongReportParams(errors);
  return { ...params, from, to };
}

function issues(
  schema: DataSchema,
  params: JsonObject,
  validator: SchemaValidator,
): { readonly [param: string]: Text } {
  const english = validator.check(schema, params, "en");
  const found = validator.check(schema, params, "fr");
  return Object.fromEntries(
    found.map(({ path, message }, n) => [path, { fr: message, en: english[n]?.message ?? message }]),
  );
}

function dayOf(asked: string | readonly string[] | undefined, otherwise: string): string | null {
  if (asked === undefined || asked === "") return otherwise;
  return typeof asked === "string" && isCalendarDay(asked) ? asked : null;
}

/** The first day of the twelve months that end with this one. */
function yearUpTo(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + 1);
  instant.setUTCFullYear(instant.getUTCFullYear() - 1);
  return instant.toISOString().slice(0, 10);
}

function readAs(schema: DataSchema, value: string | readonly string[]): Json {
  if (schema.type === "array") {
    const values = typeof value === "string" ? value.split(",").filter((part) => part !== "") : value;
    return values.map((one) => readAs(schema.items ?? {}, one));
  }
  if (typeof value !== "string") return value;
  if ((schema.type === "integer" || schema.type === "number") && value.trim() !== "" && !Number.isNaN(Number(value)))
    return Number(value);
  if (schema.type === "boolean" && (value === "true" || value === "false")) return value === "true";
  return value;
}

const notADay = {
  fr: "Écrivez un jour de la forme 2026-03-31.",
  en: "Write a day of the form 2026-03-31.",
};
const afterItsEnd = {
  fr: "Le début de la période est après sa fin.",
  en: "The period begins after it ends.",
};
const unknownParam = { fr: "Ce rapport n’a pas ce paramètre.", en: "This report has no such parameter." };
