import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { csvLines } from "../../domain/exporting/csv.ts";
import type { Table } from "../../domain/exporting/table.ts";
import type { PrintedDocument } from "../../plugin-api/contributions/index.ts";
import type { Language } from "../../plugin-api/text.ts";
import { malformedValue } from "../http-errors.ts";

/** Writes tables in formats that need a library. */
export interface TableWriters {
  xlsx(table: Table, output: Writable): Promise<void>;
  print(document: PrintedDocument, output: Writable): Promise<void>;
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Streams a table as a file. @throws DomainError `malformed-value` for a format that it has not. */
export async function sendTable(
  response: Response,
  writers: TableWriters,
  file: { readonly table: Table; readonly format: string; readonly name: string; readonly language: Language },
): Promise<void> {
  const { table, format, name, language } = file;
  if (format !== "csv" && format !== "xlsx") {
    throw malformedValue("format", {
      fr: "« json », « csv », « xlsx » ou « pdf »",
      en: '"json", "csv", "xlsx" or "pdf"',
    });
  }
  response.attachment(`${name}.${format}`).set("Cache-Control", "no-store");
  if (format === "csv") {
    response.type("text/csv; charset=utf-8");
    await pipeline(Readable.from(csvLines(table, language)), response);
    return;
  }
  response.type(xlsxType);
  await writers.xlsx(table, response);
}
