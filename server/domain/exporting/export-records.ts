import { stagesOf, stageTitle } from "../../engine/definition/stages.ts";
import { valueAt } from "../../engine/schema/value-at.ts";
import { fieldsOf } from "../../engine/schema/walk-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { flattenAll, type ListRequest, planList } from "../records/lists/list-records.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { visibleRecords } from "../records/visible-records.ts";
import { type CellContext, cellOf } from "./cell-of.ts";
import type { Cell, Table } from "./table.ts";

/** The list that is exported, whole: it has no range. */
export interface ExportRequest extends Omit<ListRequest, "range"> {
  /** Told which records are about to leave, before they do. */
  readonly beforePage: (ids: readonly string[]) => Promise<void>;
  /** Names of the people of the office, by id. */
  readonly staffNames: () => Promise<ReadonlyMap<string, string>>;
}

const pageSize = 1000;

/**
 * The records of a list as a table, in the caller's language and rights: titles for headings, labels for codes, names
 * for references. Read in pages while the table is written, so that its size does not matter.
 *
 * @throws DomainError like the list itself, before the first row.
 */
export function exportRecords(office: Office, caller: Caller, request: ExportRequest): Table {
  const { type, query } = planList(office, caller, request);
  const columns = columnsOf(type, caller);
  const { timeZone } = office.registry.office();
  const { language } = caller;
  async function* rows(): AsyncIterable<readonly Cell[]> {
    const staffNames = await request.staffNames();
    for (let offset = 0; ; offset += pageSize) {
      const page = await office.reader.list({ ...query, offset, limit: pageSize });
      const flat = await flattenAll(office, caller, { type, rows: page.rows });
      await request.beforePage(flat.map((row) => String(row["id"])));
      const names = new Map([...(await namesOf(office, caller, { type, rows: flat })), ...staffNames]);
      for (const row of flat) yield columns.map((column) => column.cell(row, { names, language, timeZone }));
      if (page.rows.length < pageSize) return;
    }
  }
  return {
    title: inLanguage(type.definition.title, language),
    columns: columns.map((column) => inLanguage(column.title, language)),
    rows: rows(),
  };
}

function columnsOf(type: PublishedType, { rights, language }: Caller): readonly Column[] {
  const readable = rights.readable(type.id);
  const texts = new Set(type.translated.map((each) => each.texts));
  const data = fieldsOf(type.schema)
    .filter(({ name }) => (readable === null || readable.has(name)) && !texts.has(name))
    .flatMap(({ name, schema }) => dataColumns({ path: name, schema, around: null }, language));
  return [...(type.compiled ? caseColumns(type) : []), ...data, ...systemColumns];
}

interface Column {
  readonly title: Text;
  cell(row: JsonObject, told: Omit<CellContext, "schema">): Cell;
}

interface NestedField {
  /** Dotted, from the record. */
  readonly path: string;
  readonly schema: DataSchema;
  /** The title of the objects around it. */
  readonly around: string | null;
}

/** A nested object has a column for each of its fields. */
function dataColumns({ path, schema, around }: NestedField, language: Language): Column[] {
  const own = inLanguage(schema["x-title"] ?? schema.title ?? path.split(".").at(-1) ?? "", language);
  const title = around === null ? own : `${around} – ${own}`;
  if (schema.properties) {
    return fieldsOf(schema).flatMap(({ name, schema: inner }) =>
      dataColumns({ path: `${path}.${name}`, schema: inner, around: title }, language),
    );
  }
  return [{ title, cell: (row, told) => cellOf(valueAt(row, path) ?? null, { schema, ...told }) }];
}

function instant(field: string, title: Text): Column {
  return { title, cell: (row, told) => cellOf(row[field] ?? null, { schema: { format: "date-time" }, ...told }) };
}

function caseColumns({ definition }: PublishedType): Column[] {
  const stages = "machine" in definition ? stagesOf(definition) : [];
  return [
    {
      title: { fr: "Étape", en: "Stage" },
      cell: (row, { language }) => stageTitle(stages, String(row["stage"]), language),
    },
    {
      title: { fr: "Suivi par", en: "Assignee" },
      cell: (row, { names }) => names.get(String(row["assigneeId"])) ?? null,
    },
    instant("stageSince", { fr: "À cette étape depuis", en: "In this stage since" }),
    instant("dueAt", { fr: "Échéance", en: "Due" }),
  ];
}

/** Last, for they say least to whoever opens the file; the id is for those who read it by machine. */
const systemColumns: readonly Column[] = [
  instant("createdAt", { fr: "Créé le", en: "Created" }),
  instant("updatedAt", { fr: "Modifié le", en: "Changed" }),
  { title: { fr: "Id", en: "Id" }, cell: ({ id }) => String(id) },
];

/** Names of the records that these rows refer to, as far as the caller may know them. */
async function namesOf(
  office: Office,
  caller: Caller,
  { type, rows }: { readonly type: PublishedType; readonly rows: readonly JsonObject[] },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const reference of type.references) {
    const known = ids.get(reference.type) ?? new Set<string>();
    ids.set(reference.type, known);
    for (const row of rows) {
      const value = valueAt(row, reference.field);
      for (const id of Array.isArray(value) ? value : [value]) if (typeof id === "string") known.add(id);
    }
  }
  const records = await visibleRecords(office, caller, ids);
  return displayNames(office, caller, records);
}
