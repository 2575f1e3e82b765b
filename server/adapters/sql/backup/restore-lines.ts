import { isObject } from "../../../engine/schema/is-object.ts";
import type { Database } from "../database.ts";
import type { Row } from "../statement.ts";
import { type Migration, migrate } from "../tables/migrate.ts";
import { brokenBackup, databaseNotEmpty, newerBackup } from "./backup-errors.ts";
import type { BackupEnd, BackupHeader, BackupLine } from "./backup-lines.ts";
import { tableShapes } from "./table-shapes.ts";

/** Values that one statement writes; SQLite takes no more than 32,766. */
const valuesAtOnce = 9000;
/** Rows that one statement writes; SQLite joins no more than 500 of them. */
const rowsAtOnce = 400;

/**
 * Fills an empty database from the lines of a backup, whichever database they came from: all of it or nothing. The
 * tables are made as they were then, and brought up to date afterwards. Returns how many rows were written.
 *
 * @throws DomainError `database-not-empty`, `broken-backup`, `newer-backup`.
 */
export async function restoreLines(
  database: Database,
  lines: AsyncIterable<string>,
  migrations: readonly Migration[],
): Promise<number> {
  const { knex, dialect } = database;
  if (await dialect.tables.hasTable(knex, "migrations")) throw databaseNotEmpty();
  const values = parsed(lines);
  const header = await values.next();
  if (header.done || !isHeader(header.value)) throw brokenBackup();
  const wanted = header.value.migrations;
  const known = migrations.map(({ name }) => name);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) throw newerBackup(unknown);
  await migrate(
    database,
    migrations.filter(({ name }) => wanted.includes(name)),
  );
  const written = await fill(database, values);
  await migrate(database, migrations);
  return written;
}

async function fill({ patient, dialect }: Database, values: AsyncIterable<unknown>): Promise<number> {
  return patient.transaction(async (transaction) => {
    const shapes = new Map((await tableShapes(transaction, dialect)).map((shape) => [shape.name, shape]));
    for (const name of [...shapes.keys()].reverse()) await transaction(name).delete();
    let waiting: { readonly table: string; readonly rows: Row[] } = { table: "", rows: [] };
    const write = async () => {
      if (waiting.rows.length > 0) await transaction(waiting.table).insert(waiting.rows);
    };
    let written = 0;
    for await (const value of values) {
      if (isEnd(value)) {
        await write();
        if (value.rows !== written) throw brokenBackup();
        return written;
      }
      const [table, row] = lineOf(value);
      const shape = shapes.get(table);
      if (!shape || Object.keys(row).some((column) => !shape.columns.includes(column))) throw brokenBackup();
      const most = Math.min(rowsAtOnce, Math.floor(valuesAtOnce / shape.columns.length));
      if (table !== waiting.table || waiting.rows.length >= most) {
        await write();
        waiting = { table, rows: [] };
      }
      waiting.rows.push(bound(row));
      written += 1;
    }
    throw brokenBackup();
  });
}

/** PostgreSQL's driver gives JSON read; both take it written. */
function bound(row: Row): Row {
  const values = Object.entries(row).map(([column, value]) => {
    const isJson = typeof value === "object" && value !== null;
    return [column, isJson ? JSON.stringify(value) : value] as const;
  });
  return Object.fromEntries(values);
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const line of lines) {
    if (line === "") continue;
    try {
      yield JSON.parse(line);
    } catch {
      throw brokenBackup();
    }
  }
}

function isHeader(value: unknown): value is BackupHeader {
  const isOurs = typeof value === "object" && value !== null && "passerelle" in value && value.passerelle === "backup";
  return isOurs && "migrations" in value && Array.isArray(value.migrations) && "format" in value && value.format === 1;
}

function isEnd(value: unknown): value is BackupEnd {
  return typeof value === "object" && value !== null && "end" in value;
}

function lineOf(value: unknown): BackupLine {
  const [table, row]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof table !== "string" || !isObject(row)) throw brokenBackup();
  return [table, row];
}
