import type { Finding } from "../../../engine/definition/finding.ts";
import { checkData } from "../../../engine/schema/check-data.ts";
import { fieldsOf } from "../../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { Language } from "../../../plugin-api/text.ts";
import type { Caller } from "../../changes/caller.ts";
import { eachStored } from "../../records/lists/each-record.ts";
import { asJson } from "../as-json.ts";
import type { DefinitionsDesk } from "../definitions-desk.ts";

/**
 * What another definition would mean for the records of its type: fields that would no longer be shown although
 * records hold something in them, and records that would have to be mended at their next change. Changes nothing.
 */
export async function reviewData(
  desk: DefinitionsDesk,
  caller: Caller,
  next: RecordTypeDefinition,
): Promise<readonly Finding[]> {
  const type = desk.registry.type(next.id);
  if (type === undefined || JSON.stringify(asJson(type.schema)) === JSON.stringify(asJson(next.schema))) return [];
  const kept = new Set(fieldsOf(next.schema).map((field) => field.name));
  const shown = new Set(fieldsOf(type.schema).map((field) => field.name));
  const lost = new Map<string, number>();
  const invalid = new Map<string, number>();
  const add = (counts: Map<string, number>, field: string) => counts.set(field, (counts.get(field) ?? 0) + 1);
  for await (const rows of eachStored(desk.office, caller, { type, filter: {} })) {
    for (const { data } of rows.map((row) => row.record)) {
      for (const field of Object.keys(data)) if (shown.has(field) && !kept.has(field)) add(lost, field);
      const already = brokenFields(desk, type.schema, only(data, shown));
      for (const field of brokenFields(desk, next.schema, only(data, kept)))
        if (!already.has(field)) add(invalid, field);
    }
  }
  return [
    ...[...lost].map(([field, count]) => finding("data-lost", { field, count, language: caller.language })),
    ...[...invalid].map(([field, count]) => finding("data-invalid", { field, count, language: caller.language })),
  ];
}

function only(data: JsonObject, fields: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([field]) => fields.has(field)));
}

function brokenFields(desk: DefinitionsDesk, schema: DataSchema, data: JsonObject): ReadonlySet<string> {
  const issues = checkData(schema, data, { validator: desk.validator, language: "fr" });
  return new Set(issues.map((issue) => issue.path.split(".")[0] ?? issue.path));
}

function finding(
  code: "data-lost" | "data-invalid",
  { field, count, language }: { readonly field: string; readonly count: number; readonly language: Language },
): Finding {
  const sentences = {
    "data-lost": {
      fr: `« ${field} » n'a plus de place, et ${count} fiche(s) y contiennent quelque chose : ce sera gardé, mais ne sera plus montré.`,
      en: `"${field}" has no place any more, and ${count} record(s) hold something in it: it will be kept, but not shown.`,
    },
    "data-invalid": {
      fr: `« ${field} » de ${count} fiche(s) ne convient pas à cette définition : il faudra le corriger à leur prochaine modification.`,
      en: `"${field}" of ${count} record(s) does not suit this definition: it will have to be mended at their next change.`,
    },
  };
  return { code, message: sentences[code][language], path: `/schema/properties/${field}` };
}
