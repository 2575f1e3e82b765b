import { once } from "node:events";
import { PassThrough, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Row } from "exceljs";
import { type Cell, cellText, type Table } from "../../domain/exporting/table.ts";

/**
 * Writes the table as a workbook of one sheet, row by row. A text stays a text: nothing in it is computed. Days and
 * times are those of a spreadsheet, and columns as wide as what stands in their first rows.
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
  const rows = rowsOf(table);
  const first = await taken(rows, measuredRows);
  sheet.columns = table.columns.map((header, n) => ({
    header,
    width: widthOf([header, ...first.map((row) => row[n])]),
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
  const write = async (row: readonly Cell[]) => {
    commitRow(sheet.addRow(row.map(written)), row);
    if (stream.writableNeedDrain) await Promise.race([once(stream, "drain"), sent]);
  };
  for (const row of first) await write(row);
  for await (const row of rows) {
    if (stream.destroyed) break;
    await write(row);
  }
  if (!stream.destroyed) {
    sheet.commit();
    await Promise.race([workbook.commit(), sent]);
  }
  await sent;
}

const measuredRows = 200;
const narrowest = 8;
const widest = 48;

async function* rowsOf({ rows }: Table): AsyncGenerator<readonly Cell[]> {
  yield* rows;
}

async function taken<Item>(items: AsyncGenerator<Item>, count: number): Promise<readonly Item[]> {
  const all: Item[] = [];
  while (all.length < count) {
    const { value, done } = await items.next();
    if (done) break;
    all.push(value);
  }
  return all;
}

/** In characters, with room for the button of the filter. */
function widthOf(cells: readonly (Cell | undefined)[]): number {
  const lengths = cells.map((cell) => (cell === null || cell === undefined ? 0 : cellText(cell).length));
  return Math.min(widest, Math.max(narrowest, ...lengths) + 3);
}

/** A spreadsheet knows no time zone: its days and times are written as if they were of UTC. */
function written(cell: Cell): string | number | boolean | Date | null {
  if (typeof cell !== "object" || cell === null) return cell;
  return new Date(`${cell.local}${cell.local.includes("T") ? "" : "T00:00:00"}Z`);
}

function commitRow(row: Row, cells: readonly Cell[]): void {
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== "object" || cell === null) continue;
    row.getCell(index + 1).numFmt = cell.local.includes("T") ? "dd/mm/yyyy hh:mm" : "dd/mm/yyyy";
  }
  row.commit();
}

/** Excel refuses some characters, and names of more than 31. */
function sheetName(title: string): string {
  return title.replace(/[[\]*?:/\\]/g, " ").slice(0, 31) || "1";
}
