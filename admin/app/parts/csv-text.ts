import type { Language } from "../../../server/plugin-api/text.ts";

/** What a spreadsheet would compute. */
const formula = /^[=+\-@\t\r]/;

/** Rows as a file for a spreadsheet of that language, as the office's own lists are written. */
export function csvText(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === "fr" ? ";" : ",";
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(separator)}\r\n`).join("")}`;
}

function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
