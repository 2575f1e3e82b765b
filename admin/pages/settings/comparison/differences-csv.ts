import type { NamedDifference, NamedLine } from "../../../../server/http/api-types.ts";
import type { Language } from "../../../../server/plugin-api/text.ts";
import { csvText } from "../../../app/parts/csv-text.ts";

/** The words of the file: its columns, and how each sort of change is called. */
export interface CsvWords {
  readonly columns: readonly [
    record: string,
    id: string,
    action: string,
    at: string,
    change: string,
    before: string,
    after: string,
  ];
  readonly changeOf: (change: NamedDifference["change"]) => string;
  /** What stands for an answer without a line. */
  readonly nothing: string;
}

/** The differences as a file for a spreadsheet of that language: one line each, as the office's own lists are written. */
export function differencesCsv(differences: readonly NamedDifference[], words: CsvWords, language: Language): string {
  const rows = differences.map(({ displayName, type, id, action, at, change, before, after }) => [
    displayName,
    `${type}/${id}`,
    action ?? "",
    at ?? "",
    words.changeOf(change),
    answerText(before, words),
    answerText(after, words),
  ]);
  return csvText([words.columns, ...rows], language);
}

function answerText(lines: readonly NamedLine[], { nothing }: CsvWords): string {
  if (lines.length === 0) return nothing;
  const told = lines.map(({ name, text, why }) => [name === null ? text : `${name} – ${text}`, ...why].join(" ; "));
  return told.join("\n");
}
