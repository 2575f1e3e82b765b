import { colon } from "../../engine/language/colon.ts";
import { fold } from "../../engine/schema/fold.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { Commune, CommuneDirectory } from "../communes/commune-directory.ts";
import type { CsvRow } from "./import-file.ts";
import type { ColumnMap, ImportField } from "./map-columns.ts";
import { readCell } from "./read-cell.ts";

/** The data of a line, or a sentence for each of its cells that cannot be read. */
export type RowData = { readonly data: JsonObject } | { readonly faults: readonly string[] };

/** What cells are read with. */
export interface RowSetting {
  readonly communes: CommuneDirectory;
  readonly language: Language;
  /** Of the clocks that the times of the file were read from. */
  readonly timeZone: string;
}

/** The data of a line of a file, or everything that is wrong with its cells, in sentences that name the column. */
export async function rowData(
  row: CsvRow,
  { fields }: ColumnMap,
  { communes, language, timeZone }: RowSetting,
): Promise<RowData> {
  const root: Draft = {};
  const faults: string[] = [];
  for (const [index, field] of fields.entries()) {
    const cell = row.cells[index] ?? "";
    if (!field || cell === "") continue;
    const read = readCell(cell, field.schema, timeZone);
    if ("fault" in read) faults.push(`${field.title}${colon(language)} ${inLanguage(read.fault, language)}`);
    else put(root, field.path, read.value);
  }
  for (const field of fields) {
    if (field?.schema.format === "insee-commune") await nameToCode(root, field, communes);
  }
  return faults.length > 0 ? { faults } : { data: root as JsonObject };
}

type Draft = { [name: string]: Json | Draft | Draft[] };

function put(root: Draft, path: ImportField["path"], value: Json): void {
  const [name, next, ...rest] = path;
  if (typeof name !== "string") return;
  if (next === undefined) {
    root[name] = value;
  } else if (next === 0) {
    const items = (root[name] ?? [{}]) as Draft[];
    root[name] = items;
    const [first] = items;
    if (first) put(first, rest, value);
  } else {
    const inner = (root[name] ?? {}) as Draft;
    root[name] = inner;
    put(inner, [next, ...rest], value);
  }
}

/** A commune that is written by its name becomes its code, the postal code beside it telling namesakes apart. */
async function nameToCode(root: Draft, { path }: ImportField, communes: CommuneDirectory): Promise<void> {
  const holder = path.slice(0, -1).reduce<Draft | undefined>((draft, part) => {
    const inner = draft?.[part];
    return (typeof inner === "object" ? inner : undefined) as Draft | undefined;
  }, root);
  const name = String(path.at(-1));
  const written = holder?.[name];
  if (!holder || typeof written !== "string" || /^\d[\dAB]\d{3}$/.test(written)) return;
  const postalCode = Object.values(holder).find((value) => typeof value === "string" && /^\d{5}$/.test(value));
  const near = typeof postalCode === "string" ? await communes.byPostalCode(postalCode) : [];
  const isSo = (commune: Commune) => plain(commune.name) === plain(written);
  const found = near.find(isSo) ?? (await communes.search(written)).find(isSo);
  if (found) holder[name] = found.code;
}

function plain(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bst(e?)\b/g, "saint$1")
    .trim();
}
