import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { RomeFile } from "./rome-files.ts";

/** One line of a file: what was asked for, by name, "" where the file has no such column. */
export interface RomeRow {
  readonly line: number;
  value(thing: string): string;
}

/** Reads a file of the directory, whichever encoding and separator it was saved with. */
export async function readRomeRows(file: string, columns: RomeFile["columns"]): Promise<readonly RomeRow[]> {
  const text = decode(await readFile(file));
  // The library's types do not know that `info` wraps each record.
  const rows = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  }) as unknown as readonly ParsedLine[];
  const [header, ...body] = rows;
  const names = header?.record ?? [];
  const place = new Map(
    Object.entries(columns).map(([thing, aliases]) => [thing, aliases.map((name) => names.indexOf(name))] as const),
  );
  const missing = [...place].filter(([thing, at]) => thing !== "relation" && at.every((n) => n < 0));
  if (missing.length > 0)
    throw new MissingColumnError(
      file,
      missing.map(([thing]) => columns[thing]?.[0] ?? thing),
    );
  return body.map(({ record, info }) => ({
    line: info.lines,
    value(thing) {
      const at = place.get(thing)?.find((n) => n >= 0);
      // The publisher doubles apostrophes as SQL does.
      return at === undefined ? "" : (record[at] ?? "").replaceAll("''", "'");
    },
  }));
}

interface ParsedLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** A file that lacks a column that it cannot be read without. */
export class MissingColumnError extends Error {
  readonly file: string;
  readonly columns: readonly string[];

  constructor(file: string, columns: readonly string[]) {
    super(`${file} has no column ${columns.join(", ")}`);
    this.name = "MissingColumnError";
    this.file = file;
    this.columns = columns;
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.split(";").length > header.split(",").length ? ";" : ",";
}
