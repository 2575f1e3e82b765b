import type { Knex } from "knex";
import type { Database } from "../database.ts";
import { beginReading } from "../reading/begin-reading.ts";
import type { Row } from "../statement.ts";
import { type TableShape, tableShapes } from "./table-shapes.ts";

/** The first line of a backup. */
export interface BackupHeader {
  readonly passerelle: "backup";
  readonly format: 1;
  /** UTC ISO-8601. */
  readonly at: string;
  /** The steps that the tables had taken. */
  readonly migrations: readonly string[];
}

/** Any further line but the last. */
export type BackupLine = readonly [table: string, row: Row];

/** The last line: without it, the file was cut off. */
export interface BackupEnd {
  readonly end: true;
  readonly rows: number;
}

const rowsAtOnce = 2000;

/**
 * Everything that a database holds, as it was at one moment, in lines of JSON that either database can be filled from.
 * The office goes on working meanwhile.
 */
export async function* backupLines(database: Database, at: string): AsyncGenerator<string> {
  const transaction = await beginReading(database);
  try {
    const migrations = await transaction<{ name: string }>("migrations").orderBy("name").pluck("name");
    yield line({ passerelle: "backup", format: 1, at, migrations } satisfies BackupHeader);
    let rows = 0;
    for (const shape of await tableShapes(transaction, database.dialect)) {
      for await (const page of pagesOf(transaction, shape)) {
        for (const row of page) yield line([shape.name, keptOf(shape, row)] satisfies BackupLine);
        rows += page.length;
      }
    }
    yield line({ end: true, rows } satisfies BackupEnd);
  } finally {
    await transaction.rollback();
  }
}

async function* pagesOf(knex: Knex, { name, key }: TableShape): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const page = knex<Row>(name)
      .select("*")
      .orderBy([...key])
      .limit(rowsAtOnce);
    if (last !== undefined) {
      const place = key.map((column) => last?.[column] as string | number);
      page.whereRaw(`(${key.map(() => "??").join(", ")}) > (${key.map(() => "?").join(", ")})`, [...key, ...place]);
    }
    const rows: readonly Row[] = await page;
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1);
  }
}

function keptOf({ columns, name }: TableShape, row: Row): Row {
  const kept = columns.map((column) => [column, row[column]] as const);
  // Each database writes words in its own way, and makes them again from the records.
  return Object.fromEntries(
    kept.map(([column, value]) => [column, name === "records" && column === "words" ? "" : value]),
  );
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
