import type { Finding } from "../../engine/definition/finding.ts";
import { checkData } from "../../engine/schema/check-data.ts";
import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import { eachStored } from "../records/lists/each-record.ts";
import type { DefinitionsDesk } from "./definitions-desk.ts";
import { fieldTitle } from "./field-title.ts";

/**
 * What another definition would mean for the records of its type: fields that would no longer be shown although
 * records hold something in them, and records that would have to be mended at their next change. Cases are held to the
 * version that they stand in: of them only the first is told, and a rehearsal tells the second. Changes nothing.
 */
export async function reviewData(
  desk: DefinitionsDesk,
  caller: Caller,
  next: { readonly id: string; readonly schema?: DataSchema },
): Promise<readonly Finding[]> {
  const type = desk.registry.type(next.id);
  const schema: DataSchema = next.schema ?? { type: "object", properties: {} };
  if (type === undefined || JSON.stringify(type.schema) === JSON.stringify(schema)) return [];
  const kept = new Set(fieldsOf(schema).map((field) => field.name));
  const shown = new Set(fieldsOf(type.schema).map((field) => field.name));
  if (type.kind === "workflow" && [...shown].every((field) => kept.has(field))) return [];
  const lost = new Map<string, number>();
  const invalid = new Map<string, number>();
  const add = (counts: Map<string, number>, field: string) => counts.set(field, (counts.get(field) ?? 0) + 1);
  for await (const rows of eachStored(desk.office, caller, { type, filter: {} })) {
    for (const { data } of rows.map((row) => row.record)) {
      for (const field of Object.keys(data)) if (shown.has(field) && !kept.has(field)) add(lost, field);
      if (type.kind === "workflow") continue;
      const already = brokenFields(desk, type.schema, only(data, shown));
      for (const field of brokenFields(desk, schema, only(data, kept))) if (!already.has(field)) add(invalid, field);
    }
  }
  const { language } = caller;
  const told = (code: Code, from: DataSchema) => {
    return ([field, count]: readonly [string, number]) =>
      finding(code, field, { title: fieldTitle(from, field, language), count, language });
  };
  return [...[...lost].map(told("data-lost", type.schema)), ...[...invalid].map(told("data-invalid", schema))];
}

function only(data: JsonObject, fields: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([field]) => fields.has(field)));
}

function brokenFields(desk: DefinitionsDesk, schema: DataSchema, data: JsonObject): ReadonlySet<string> {
  const issues = checkData(schema, data, { validator: desk.validator, language: "fr" });
  return new Set(issues.map((issue) => issue.path.split(".")[0] ?? issue.path));
}

type Code = "data-lost" | "data-invalid";

function finding(
  code: Code,
  field: string,
  { title, count, language }: { readonly title: string; readonly count: number; readonly language: Language },
): Finding {
  const one = count === 1;
  const number = new Intl.NumberFormat(language).format(count);
  const sentences = {
    "data-lost": {
      fr: `« ${title} » n’a plus de place, et ${one ? "une fiche y contient" : `${number} fiches y contiennent`} quelque chose : ce sera gardé, mais ne sera plus montré.`,
      en: `“${title}” has no place any more, and ${one ? "1 record holds" : `${number} records hold`} something in it: it will be kept, but not shown.`,
    },
    "data-invalid": {
      fr: `« ${title} » ne convient pas à cette définition dans ${one ? "une fiche" : `${number} fiches`} : il faudra le corriger à leur prochaine modification.`,
      en: `“${title}” does not suit this definition in ${one ? "1 record" : `${number} records`}: it will have to be mended at their next change.`,
    },
  };
  return { code, message: sentences[code][language], path: `/schema/properties/${field}` };
}
