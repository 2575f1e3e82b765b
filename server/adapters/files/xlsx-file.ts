import { once } from "node:events";
import { PassThrough, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Table } from "../../domain/exporting/table.ts";

/**
 * Writes the table as a workbook of one sheet, row by row. A text stays a text: nothing in it is computed.
 *
 * @throws Error once whoever it is for has gone away: no further row is read then.
 */
export async function writeXlsx(table: Table, output: Writable): Promise<void> {
  const stream = new PassThrough();
  const sent = pipeline(stream, output);
  sent.catch(() => undefined);
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName(table.title), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = table.columns.map((header) => ({ header, width: Math.min(40, Math.max(12, header.length + 2)) }));
  sheet.getRow(1).font = { bold: true };
  for await (const row of table.rows) {
    if (stream.destroyed) break;
    sheet.addRow([...row]).commit();
    if (stream.writableNeedDrain) await Promise.race([once(stream, "drain"), sent]);
  }
  if (!stream.destroyed) {
    sheet.commit();
    await Promise.race([workbook.commit(), sent]);
  }
  await sent;
}

/** Excel refuses some characters, and names of more than 31. */
function sheetName(title: string): string {
  return title.replace(/[[\]*?:/\\]/g, " ").slice(0, 31) || "1";
}
