import type { ImportContext, ImportedRecord } from "../../plugin-api/contributions/index.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { noImporter } from "./import-errors.ts";
import { type ImportedLine, type ImportReport, importRecords, type RejectedLine } from "./import-records.ts";

/** An importer of a plugin in force. */
export interface OfficeImporter {
  readonly id: string;
  readonly type: string;
  read(path: string, context: ImportContext): AsyncIterable<ImportedRecord>;
}

/** Files on this machine to import, read by the importer of their type. */
export interface FolderImport {
  readonly type: string;
  readonly path: string;
  readonly importers: readonly OfficeImporter[];
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly progress?: (done: number) => void;
}

/**
 * Fills a type from files that another system publishes, through the plugin that reads them. A second time, what is
 * the same makes no new version.
 *
 * @throws DomainError `no-importer`, `plugin-unavailable`.
 */
export async function importFrom(office: Office, caller: Caller, asked: FolderImport): Promise<ImportReport> {
  const { type, path, dryRun, signal, progress } = asked;
  const importer = asked.importers.find((each) => each.type === type);
  if (!importer) throw noImporter(type);
  const unread: RejectedLine[] = [];
  const context: ImportContext = { signal, language: caller.language, reject: (line) => unread.push(line) };
  async function* lines(reader: OfficeImporter): AsyncIterable<ImportedLine> {
    let line = 0;
    for await (const { key, data } of reader.read(path, context)) {
      line += 1;
      yield { file: path, line, data: { ...data, [key.field]: key.value }, keys: [[key.field]] };
    }
  }
  const report = await importRecords(office, caller, {
    type,
    lines: lines(importer),
    dryRun,
    ...(progress && { progress }),
  });
  return { ...report, rejected: [...unread, ...report.rejected] };
}
