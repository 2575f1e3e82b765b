import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { fillTemplate, templateFields } from "./display-template.ts";
import { isJsonObject, valueAt } from "./value-at.ts";
import { type TextOptions, valueText } from "./value-text.ts";
import { visibleRecords } from "./visible-records.ts";

/** A case may be called after a case that is called after a record; further than that names are left out. */
const deepestReference = 3;

/**
 * What each record is called, by id, for this reader: names of fields or of records that they may not read are left
 * out. Worked out when it is asked for, so that a record that is renamed is renamed everywhere.
 */
export async function displayNames(
  office: Office,
  caller: Caller,
  records: readonly (StoredRecord | Case)[],
  depth = deepestReference,
): Promise<ReadonlyMap<string, string>> {
  const referred = new Map<string, Set<string>>();
  for (const record of records) {
    for (const [type, id] of namedReferences(office, caller, record)) {
      referred.set(type, (referred.get(type) ?? new Set()).add(id));
    }
  }
  const found = depth === 0 ? [] : await visibleRecords(office, caller, referred);
  const names = found.length === 0 ? new Map<string, string>() : await displayNames(office, caller, found, depth - 1);
  return new Map(records.map((record) => [record.id, displayName(office, caller, { record, names })]));
}

/** The name of one record, those of the records that it refers to being known. */
export function displayName(
  office: Pick<Office, "registry">,
  caller: Caller,
  { record, names }: { readonly record: StoredRecord | Case; readonly names: ReadonlyMap<string, string> },
): string {
  const type = office.registry.type(record.type);
  if (type === undefined) return "";
  const text = templateText(office, caller, { type, record, names, template: type.display });
  return text === "" ? inLanguage(type.definition.title, caller.language) : text;
}

interface FilledTemplate {
  readonly type: PublishedType;
  readonly record: StoredRecord | Case;
  readonly names: ReadonlyMap<string, string>;
  readonly template: string;
}

/** Any template filled in from a record, such as the line of a card. */
export function templateText(
  office: Pick<Office, "registry">,
  caller: Caller,
  { type, record, names, template }: FilledTemplate,
): string {
  const readable = caller.rights.readable(type.id);
  const options: TextOptions = { language: caller.language, timeZone: office.registry.office().timeZone };
  return fillTemplate(template, (field) => {
    const root = field.split(".")[0] ?? field;
    if (field === "id") return record.id.slice(-6);
    if (readable !== null && !readable.has(root)) return "";
    const value = valueAt(record.data, field);
    if (type.references.some((reference) => reference.field === field)) {
      return typeof value === "string" ? (names.get(value) ?? "") : "";
    }
    return valueText(value, type.fields.get(field)?.schema ?? {}, options);
  });
}

function namedReferences(
  office: Office,
  caller: Caller,
  record: StoredRecord | Case,
): readonly (readonly [type: string, id: string])[] {
  const type = office.registry.type(record.type);
  if (type === undefined) return [];
  const board = "board" in type.definition ? type.definition.board : undefined;
  const card = "stage" in record ? board?.card?.[record.stage] : undefined;
  const fields = new Set([...templateFields(type.display), ...templateFields(card ?? "")]);
  const readable = caller.rights.readable(type.id);
  return type.references.flatMap(({ field, type: to }) => {
    const value = valueAt(record.data, field);
    const isRead = fields.has(field) && (readable === null || readable.has(field));
    return isRead && typeof value === "string" && !isJsonObject(value) ? [[to, value] as const] : [];
  });
}
