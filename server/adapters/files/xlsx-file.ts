import type { Writable } from "node:stream";
import type { Table } from "../../domain/exporting/table.ts";

/** Writes the table as a workbook of one sheet, row by row. A text stays a text: nothing in it is computed. */
export async function writeXlsx(table: Table, output: Writable): Promise<void> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName(table.title), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = table.columns.map((header) => ({ header, width: Math.min(40, Math.max(12, header.length + 2)) }));
  sheet.getRow(1).font = { bold: true };
  for await (const row of table.rows) sheet.addRow([...row]).commit();
  sheet.commit();
  await workbook.commit();
}

/** Excel refuses some characters, and names of more than 31. */
function sheetName(title: string): string {
  return title.replace(/[[\]*?:/\\]/g, " ").slice(0, 31) || "1";
}
