import { setImmediate as nextTurn } from "node:timers/promises";
import { type Database, select } from "../database.ts";
import { readJson } from "../reading/record-row.ts";
import { bind, literal, sql } from "../sql.ts";
import { type AskedColumn, type IndexedValue, liveColumn } from "./asked-column.ts";
import { Places } from "./places.ts";
import { numbersIn, type RowsOfValue, readOffIndex } from "./read-off-index.ts";
import { type Value, ValueColumn } from "./value-column.ts";

/** Rows that are read at a time: other requests are answered in between. */
const page = 5000;
/** A column with more different values than this costs more memory than it saves time. */
const mostValues = 20_000;
/** The columns that were asked for longest ago are given up for new ones. */
const mostColumns = 32;

const unread = -1;

interface Known {
  readonly asked: AskedColumn;
  readonly column: ValueColumn;
  /** The last change that it knows of. */
  seq: number;
}

/** The columns of all records of a type, deleted ones too. */
export interface Columns {
  readonly size: number;
  readonly live: ValueColumn;
  readonly of: (asked: AskedColumn) => ValueColumn;
}

/**
 * Values of a type's records in memory, for the columns that were asked for: what changed since is read before each
 * answer, so that an answer is as fresh as a query's.
 */
export class TypeColumns {
  readonly #database: Database;
  readonly #type: string;
  readonly #live: AskedColumn;
  readonly #places = new Places();
  readonly #known = new Map<string, Known>();
  readonly #unfit = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database, type: string) {
    this.#database = database;
    this.#type = type;
    this.#live = liveColumn(database.dialect.expressions, type);
  }

  /** Answers out of fresh columns, one question after the other; null when a column has too many values to be kept. */
  ask<Answer>(asked: readonly AskedColumn[], answer: (columns: Columns) => Answer): Promise<Answer | null> {
    const answered = this.#last.then(async () => ((await this.#refresh(asked)) ? answer(this.#columns()) : null));
    this.#last = answered.catch(() => undefined);
    return answered;
  }

  #columns(): Columns {
    const of = ({ expression }: AskedColumn) => {
      const known = this.#known.get(expression);
      if (known === undefined) throw new Error("A column is asked for that was not read");
      return known.column;
    };
    return { size: this.#places.size, live: of(this.#live), of };
  }

  async #refresh(asked: readonly AskedColumn[]): Promise<boolean> {
    if (asked.some(({ expression }) => this.#unfit.has(expression))) return false;
    const columns = [...new Set([this.#live, ...asked].map((each) => this.#touch(each)))];
    await this.#readIndexes(columns);
    const isFit = await this.#catchUp(columns.filter(({ seq }) => seq === unread));
    return isFit && this.#catchUp(columns);
  }

  #touch(asked: AskedColumn): Known {
    const { expression } = asked;
    const known = this.#known.get(expression) ?? { asked, column: new ValueColumn(), seq: unread };
    this.#known.delete(expression);
    this.#known.set(expression, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostColumns && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }

  /** What was never read comes off the indexes where it can, each of them read once for all columns made of it. */
  async #readIndexes(columns: readonly Known[]): Promise<void> {
    const unreadBy = new Map<string, Known[]>();
    for (const known of columns) {
      if (known.seq !== unread || known.asked.indexed === null) continue;
      const name = nameOf(known.asked.indexed);
      unreadBy.set(name, [...(unreadBy.get(name) ?? []), known]);
    }
    if (unreadBy.size === 0) return;
    // Asked before reading: what changes meanwhile is read again, never missed.
    const [revision] = await select(
      this.#database,
      sql`SELECT max(seq) AS seq FROM records WHERE type = ${literal(this.#type)}`,
    );
    for (const alike of unreadBy.values()) {
      const indexed = alike[0]?.asked.indexed;
      const found = indexed && (await readOffIndex(this.#database, this.#type, { ...indexed, atMost: mostValues + 1 }));
      if (!found) continue;
      await this.#keepFound(found, alike);
      for (const known of alike) known.seq = Number(revision?.["seq"] ?? unread);
    }
  }

  async #keepFound(found: readonly RowsOfValue[], columns: readonly Known[]): Promise<void> {
    let kept = 0;
    for (const { value, rows } of found) {
      const told = columns.map(({ column, asked }) => ({ column, value: asked.indexed?.told(value) ?? null }));
      for (const part of numbersIn(rows)) {
        for (const row of part) {
          const place = this.#places.of(row);
          for (const each of told) each.column.set(place, each.value);
        }
        kept += part.length;
        if (kept < page) continue;
        kept = 0;
        await nextTurn();
      }
    }
  }

  /** Reads what changed since the one of them that knows least, a page at a time; false when one has too many values. */
  async #catchUp(columns: readonly Known[]): Promise<boolean> {
    if (columns.length === 0) return true;
    let since = Math.min(...columns.map(({ seq }) => seq));
    for (;;) {
      const { seq, rows, values } = await this.#changedSince(since, columns);
      for (const [index, row] of rows.entries()) {
        const place = this.#places.of(row);
        for (const [number, { column }] of columns.entries()) column.set(place, values[number]?.[index] ?? null);
      }
      since = seq;
      for (const known of columns) known.seq = since;
      if (this.#giveUpUnfit(columns)) return false;
      if (rows.length < page) return true;
    }
  }

  #giveUpUnfit(columns: readonly Known[]): boolean {
    const unfit = columns.filter(({ column }) => column.values.length > mostValues);
    for (const { asked } of unfit) {
      this.#unfit.add(asked.expression);
      this.#known.delete(asked.expression);
    }
    return unfit.length > 0;
  }

  /** The records that changed, column by column: a row for each would cost more than reading it. */
  async #changedSince(seq: number, columns: readonly Known[]): Promise<Changed> {
    const { listed } = this.#database.dialect.expressions;
    const names = columns.map((_, index) => `value${index}`);
    const values = columns.map(({ asked }, index) => `${asked.expression} AS value${index}`);
    const [lists = {}] = await select(
      this.#database,
      sql`SELECT max(seq) AS seq, ${["row_id", ...names].map((name) => `${listed(name)} AS ${name}`).join(", ")}
      FROM (SELECT r.row_id, r.seq, ${values.join(", ")} FROM records r
        WHERE r.type = ${literal(this.#type)} AND r.seq > ${bind(seq)} ORDER BY r.seq LIMIT ${bind(page)}) AS changed`,
    );
    const listOf = (name: string) => (readJson(lists[name] ?? null) ?? []) as readonly Value[];
    return { seq: Number(lists["seq"] ?? seq), rows: listOf("row_id").map(Number), values: names.map(listOf) };
  }
}

interface Changed {
  readonly seq: number;
  readonly rows: readonly number[];
  /** Of each column, the values of those rows. */
  readonly values: readonly (readonly Value[])[];
}

/** Columns of the same name are made of the same values of the same index. */
function nameOf({ index, expression }: IndexedValue): string {
  return `${index.name} ${expression}`;
}
