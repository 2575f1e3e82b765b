import type { Language } from "../../plugin-api/text.ts";
import { type Cell, cellText, type Table } from "./table.ts";

/** What a spreadsheet would take for a formula. A phone number is harmless, whatever it begins with. */
const formula = /^[=+\-@\t\r]/;
const harmless = /^[+-]?[\d\s.,()/-]*$/;

/**
 * The table as CSV, line by line: with a byte-order mark, and with the separator that spreadsheets of that language
 * expect (`;` in French). Days and times are written as every spreadsheet reads them: `2026-11-23 10:12:33`.
 */
export async function* csvLines(table: Table, language: Language): AsyncIterable<string> {
  const separator = language === "fr" ? ";" : ",";
  const line = (cells: readonly Cell[]) => `${cells.map((cell) => csvCell(cell, language)).join(separator)}\r\n`;
  yield `\uFEFF${line(table.columns)}`;
  for await (const row of table.rows) yield line(row);
}

function csvCell(cell: Cell, language: Language): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return language === "fr" ? (cell ? "oui" : "non") : cell ? "yes" : "no";
  if (typeof cell === "number") return language === "fr" ? String(cell).replace(".", ",") : String(cell);
  const text = typeof cell === "object" ? cellText(cell) : safeText(cell);
  return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text so that no spreadsheet computes it: an apostrophe stands before what looks like a formula. */
export function safeText(text: string): string {
  return formula.test(text) && !harmless.test(text) ? `'${text}` : text;
}
