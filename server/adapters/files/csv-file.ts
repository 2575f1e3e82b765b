import { readFile } from "node:fs/promises";
import { emptyFile, unclosedQuote, unreadableFile } from "../../domain/importing/import-errors.ts";
import type { CsvFile } from "../../domain/importing/import-file.ts";

/**
 * Reads a CSV file as spreadsheets of here write it: UTF-8 with or without a byte-order mark, UTF-16 with one, or
 * Windows-1252; separated by `;`, `,` or tabs; quoted cells may hold line breaks.
 *
 * @throws DomainError `unreadable-file`, `unclosed-quote`, `empty-file`.
 */
export async function readCsvFile(path: string): Promise<CsvFile> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadableFile(path, error instanceof Error ? error.message : String(error));
  });
  return readCsv(bytes, path);
}

/** The same for bytes that are there already. @throws DomainError `unclosed-quote`, `empty-file`. */
export async function readCsv(bytes: Uint8Array, name: string): Promise<CsvFile> {
  const [header, ...lines] = await rowsOf(decode(bytes), name);
  if (!header) throw emptyFile(name);
  return {
    headers: header.record.map((cell) => cell.trim()),
    rows: lines
      .map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== "")),
  };
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function rowsOf(text: string, name: string): Promise<readonly CsvRow[]> {
  const { CsvError, parse } = await import("csv-parse/sync");
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly CsvRow[];
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") throw unclosedQuote(name);
    throw error;
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\u0080-\u009f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
  }
}

/** What Windows-1252 has at 0x80 to 0x9F; Node's own decoder takes it for Latin-1. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The separator that the first line holds most of, outside of quotes. */
function separatorOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const counted = [";", ",", "\t"].map((separator) => ({ separator, count: first.split(separator).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ";";
}
