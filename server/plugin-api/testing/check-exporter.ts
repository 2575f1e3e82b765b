import type { ExportContext, ExportedFile, ExporterContribution, ReportParams } from "../contributions/index.ts";
import type { JsonObject } from "../json.ts";
import { abortBreaches, type Breach, differing, languages } from "./breach.ts";

/**
 * What every exporter keeps: the same question gives the same file; the file has a name with an ending, a media type and
 * something in it, in both languages; a table is one for spreadsheets, a cell for each column; an aborted call ends.
 */
export async function checkExporter<Config = JsonObject>(
  exporter: ExporterContribution<Config>,
  params: ReportParams,
  context: ExportContext<Config>,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  breaches.push(
    ...differing("deterministic", await exporter.run(params, context), await exporter.run(params, context)),
  );
  for (const language of languages) {
    const file = await exporter.run(params, { ...context, language });
    if (!/^[^/\\]+\.[a-z0-9]+$/i.test(file.name)) breaches.push({ rule: "file", what: `“${file.name}” has no ending` });
    if ("table" in file && !isTable(file))
      breaches.push({ rule: "table", what: `${file.name} is no .csv or .xlsx with a cell for each column` });
    if (isEmpty(file)) breaches.push({ rule: "file", what: `${file.name} is empty in ${language}` });
    if ("mediaType" in file && !file.mediaType.includes("/"))
      breaches.push({ rule: "file", what: `“${file.mediaType}” is no media type` });
  }
  breaches.push(...(await abortBreaches((signal) => exporter.run(params, { ...context, signal }))));
  return breaches;
}

function isEmpty(file: ExportedFile): boolean {
  if ("print" in file) return file.print.sections.length === 0;
  return "table" in file ? file.table.columns.length === 0 : file.content.length === 0;
}

const isTable = ({ name, table: { columns, rows } }: Extract<ExportedFile, { readonly table: object }>) =>
  /\.(csv|xlsx)$/.test(name) && rows.every(({ length }) => length === columns.length);
