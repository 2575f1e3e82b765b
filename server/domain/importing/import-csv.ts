import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { CommuneDirectory } from "../communes/commune-directory.ts";
import { findType } from "../records/find-type.ts";
import { noKnownColumn } from "./import-errors.ts";
import type { CsvFile } from "./import-file.ts";
import { type ImportedLine, type ImportReport, importRecords } from "./import-records.ts";
import { type ColumnMap, importFields, mapColumns } from "./map-columns.ts";
import { keysOf, type NaturalKeys } from "./natural-keys.ts";
import { type RowSetting, rowData } from "./row-data.ts";

/** A table file to import, its columns found by their headings. */
export interface CsvImport {
  readonly type: string;
  readonly file: CsvFile;
  /** What the file is called in the report. */
  readonly name: string;
  readonly communes: CommuneDirectory;
  readonly dryRun: boolean;
  readonly progress?: (done: number) => void;
}

/** What became of the lines, and which columns were read. */
export interface CsvImportReport extends ImportReport {
  /** Headings with the title of the field that each fills. */
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly ignoredColumns: readonly string[];
  readonly dryRun: boolean;
}

/**
 * Imports the lines of a table file as records of a type.
 *
 * @throws DomainError `unknown-type`, `no-known-column`.
 */
export async function importCsv(office: Office, caller: Caller, asked: CsvImport): Promise<CsvImportReport> {
  const { file, dryRun, progress } = asked;
  const type = findType(office, asked.type);
  const { timeZone } = office.registry.office();
  const map = mapColumns(type.schema, file.headers);
  if (map.fields.every((field) => field === null)) {
    throw noKnownColumn(
      file.headers,
      importFields(type.schema).map((field) => field.title),
    );
  }
  const report = await importRecords(office, caller, {
    type: type.id,
    lines: linesOf(
      asked,
      { map, keys: keysOf(type) },
      { communes: asked.communes, language: caller.language, timeZone },
    ),
    dryRun,
    ...(progress && { progress }),
  });
  const columns = file.headers.flatMap((header, index) => {
    const field = map.fields[index];
    return field ? [{ header, field: field.title }] : [];
  });
  return { ...report, columns, ignoredColumns: map.ignored, dryRun };
}

async function* linesOf(
  { file, name }: CsvImport,
  { map, keys }: { readonly map: ColumnMap; readonly keys: NaturalKeys },
  setting: RowSetting,
): AsyncIterable<ImportedLine> {
  for (const row of file.rows) {
    const read = await rowData(row, map, setting);
    const place = { file: name, line: row.line };
    yield "data" in read ? { ...place, data: read.data, keys } : { ...place, reason: read.faults.join(" ") };
  }
}
