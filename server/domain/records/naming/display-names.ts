import type { Case, StoredRecord } from "../../../engine/execution/case.ts";
import { valueAt } from "../../../engine/schema/value-at.ts";
import { localDay } from "../../../engine/time/calendar.ts";
import { inLanguage } from "../../../plugin-api/text.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import type { PublishedType } from "../../definitions/published-type.ts";
import { inReadersLanguage } from "../translated-fields.ts";
import { visibleRecords } from "../visible-records.ts";
import { dateWords, isDateWords } from "./date-words.ts";
import { fillTemplate, templateFields } from "./display-template.ts";
import { type TextOptions, valueText } from "./value-text.ts";

type AnyRecord = StoredRecord | Case;

/** A case may be called after a case that is called after a record; further than that names are left out. */
export const deepestReference = 3;

/** What a record is called when the person that it was about was erased. */
const erasedName = { fr: "Personne effacée", en: "Erased person" };

/**
 * What each record is called, by id, for this reader: names of fields or of records that they may not read are left
 * out. Worked out when it is asked for, so that a record that is renamed is renamed everywhere.
 */
export function displayNames(
  office: Office,
  caller: Caller,
  records: readonly AnyRecord[],
): Promise<ReadonlyMap<string, string>> {
  return allNames(office, caller, { records, templateOf: shown, namesBy: shown, depth: deepestReference });
}

/** What lists put each record in order by, by id. */
export function sortNames(
  office: Office,
  caller: Caller,
  records: readonly AnyRecord[],
): Promise<ReadonlyMap<string, string>> {
  return allNames(office, caller, { records, templateOf: sorted, namesBy: sorted, depth: deepestReference });
}

/** The name of one record, those of the records that it refers to being known by id. */
export function displayName(office: Pick<Office, "registry">, caller: Caller, named: NamedRecord): string {
  return nameOf(office, caller, { ...named, templateOf: shown });
}

/** What lists put one record in order by, the sort names of the records that it refers to being known by id. */
export function sortName(office: Pick<Office, "registry">, caller: Caller, named: NamedRecord): string {
  return nameOf(office, caller, { ...named, templateOf: sorted });
}

interface NamedRecord {
  readonly record: AnyRecord;
  readonly names: ReadonlyMap<string, string>;
}

/** What the records that another one refers to are called, by id. */
export interface NamesById {
  readonly shown: ReadonlyMap<string, string>;
  /** What lists put them in order by. */
  readonly sorted: ReadonlyMap<string, string>;
}

type TemplateOf = (type: PublishedType, record: AnyRecord) => string;

const shown: TemplateOf = (type) => type.display;
const sorted: TemplateOf = (type) => type.sortName;

async function allNames(office: Office, caller: Caller, naming: Naming): Promise<ReadonlyMap<string, string>> {
  const { records, templateOf } = naming;
  const names = await namesReferredTo(office, caller, naming);
  return new Map(records.map((record) => [record.id, nameOf(office, caller, { record, names, templateOf })]));
}

function nameOf(
  office: Pick<Office, "registry">,
  caller: Caller,
  { record, names, templateOf }: NamedRecord & Pick<Naming, "templateOf">,
): string {
  const type = office.registry.type(record.type);
  if (type === undefined) return "";
  if (record.erasedAt !== undefined) return inLanguage(erasedName, caller.language);
  const text = templateText(office, caller, { type, record, names, template: templateOf(type, record) });
  return text === "" ? inLanguage(type.definition.title, caller.language) : text;
}

/** Any template filled in from each record, by id, such as the lines of cards. */
export async function templateTexts(
  office: Office,
  caller: Caller,
  { records, templateOf }: { readonly records: readonly AnyRecord[]; readonly templateOf: TemplateOf },
): Promise<ReadonlyMap<string, string>> {
  const naming = { records, templateOf, namesBy: shown, depth: deepestReference };
  const names = await namesReferredTo(office, caller, naming);
  const today = localDay(office.clock.now(), office.registry.office().timeZone);
  const texts = records.flatMap((record) => {
    const type = office.registry.type(record.type);
    if (type === undefined) return [];
    const template = templateOf(type, record);
    return [[record.id, templateText(office, caller, { type, record, names, template, today })] as const];
  });
  return new Map(texts);
}

interface Naming {
  readonly records: readonly AnyRecord[];
  readonly templateOf: TemplateOf;
  /** How the records that they refer to are called. */
  readonly namesBy: TemplateOf;
  readonly depth: number;
}

async function namesReferredTo(
  office: Office,
  caller: Caller,
  { records, templateOf, namesBy, depth }: Naming,
): Promise<ReadonlyMap<string, string>> {
  const referred = new Map<string, Set<string>>();
  for (const record of records) {
    const type = office.registry.type(record.type);
    const fields = new Set(type === undefined ? [] : templateFields(templateOf(type, record)));
    for (const { field, type: to } of type?.references ?? []) {
      const id = fields.has(field) ? valueAt(record.data, field) : undefined;
      if (typeof id === "string") referred.set(to, (referred.get(to) ?? new Set()).add(id));
    }
  }
  if (depth === 0 || referred.size === 0) return new Map();
  const found = await visibleRecords(office, caller, referred);
  if (found.length === 0) return new Map();
  return allNames(office, caller, { records: found, templateOf: namesBy, namesBy, depth: depth - 1 });
}

interface FilledTemplate {
  readonly type: PublishedType;
  readonly record: AnyRecord;
  readonly names: ReadonlyMap<string, string>;
  readonly template: string;
  /** Local day of the office, ISO; names are kept and tell no age. */
  readonly today?: string;
}

function templateText(
  office: Pick<Office, "registry">,
  caller: Caller,
  { type, record, names, template, today = "" }: FilledTemplate,
): string {
  const readable = caller.rights.readable(type.id);
  const data = inReadersLanguage(type, record.data, caller.language);
  const options: TextOptions = { language: caller.language, timeZone: office.registry.office().timeZone };
  return fillTemplate(template, (spec) => {
    const [field = spec, words] = spec.split(":");
    const root = field.split(".")[0] ?? field;
    if (field === "id") return record.id.slice(-6);
    if (readable !== null && !readable.has(root)) return "";
    const value = valueAt(data, field);
    if (type.references.some((reference) => reference.field === field)) {
      return typeof value === "string" ? (names.get(value) ?? "") : "";
    }
    if (isDateWords(words)) return typeof value === "string" ? dateWords(value, words, { ...options, today }) : "";
    return valueText(value, type.fields.get(field)?.schema ?? {}, options);
  });
}
