import { type Database, select } from "../database.ts";
import { bind, literal, sql } from "../sql.ts";
import type { Row } from "../statement.ts";
import { type Value, ValueColumn } from "./value-column.ts";

/** Rows that are read at a time: other requests are answered in between. */
const page = 5000;
/** A column with more different values than this costs more memory than it saves time. */
const mostValues = 20_000;
/** The columns that were asked for longest ago are given up for new ones. */
const mostColumns = 32;

const isLive = "CASE WHEN r.deleted_at IS NULL THEN 1 END";

interface Known {
  readonly column: ValueColumn;
  /** The last change that it knows of. */
  seq: number;
}

/** The columns of all records of a type, deleted ones too. */
export interface Columns {
  readonly size: number;
  readonly live: ValueColumn;
  readonly of: (expression: string) => ValueColumn;
}

/**
 * Values of a type's records in memory, for the expressions that were asked for: what changed since is read before each
 * answer, so that an answer is as fresh as a query's.
 */
export class TypeColumns {
  readonly #database: Database;
  readonly #type: string;
  readonly #places = new Map<number, number>();
  readonly #known = new Map<string, Known>();
  readonly #unfit = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(database: Database, type: string) {
    this.#database = database;
    this.#type = type;
  }

  /** Answers out of fresh columns, one question after the other; null when a column has too many values to be kept. */
  ask<Answer>(expressions: readonly string[], answer: (columns: Columns) => Answer): Promise<Answer | null> {
    const asked = this.#last.then(async () => {
      const fresh = await this.#refresh([isLive, ...new Set(expressions)]);
      return fresh ? answer(this.#columns()) : null;
    });
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  #columns(): Columns {
    const of = (expression: string) => {
      const known = this.#known.get(expression);
      if (known === undefined) throw new Error("A column is asked for that was not read");
      return known.column;
    };
    return { size: this.#places.size, live: of(isLive), of };
  }

  async #refresh(expressions: readonly string[]): Promise<boolean> {
    if (expressions.some((expression) => this.#unfit.has(expression))) return false;
    const columns = expressions.map((expression) => this.#touch(expression));
    let since = Math.min(...columns.map(({ seq }) => seq));
    for (;;) {
      const rows = await this.#changedSince(since, expressions);
      for (const row of rows) this.#keep(row, columns);
      since = Number(rows.at(-1)?.["seq"] ?? since);
      for (const known of columns) known.seq = since;
      if (this.#giveUpUnfit(expressions)) return false;
      if (rows.length < page) return true;
    }
  }

  #touch(expression: string): Known {
    const known = this.#known.get(expression) ?? { column: new ValueColumn(), seq: -1 };
    this.#known.delete(expression);
    this.#known.set(expression, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostColumns && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }

  #keep(row: Row, columns: readonly Known[]): void {
    const id = Number(row["row_id"]);
    const place = this.#places.get(id) ?? this.#places.size;
    this.#places.set(id, place);
    for (const [index, { column }] of columns.entries()) column.set(place, (row[`value${index}`] ?? null) as Value);
  }

  #giveUpUnfit(expressions: readonly string[]): boolean {
    const unfit = expressions.filter(
      (expression) => (this.#known.get(expression)?.column.values.length ?? 0) > mostValues,
    );
    for (const expression of unfit) {
      this.#unfit.add(expression);
      this.#known.delete(expression);
    }
    return unfit.length > 0;
  }

  #changedSince(seq: number, expressions: readonly string[]): Promise<readonly Row[]> {
    const values = expressions.map((expression, index) => `${expression} AS value${index}`).join(", ");
    return select(
      this.#database,
      sql`SELECT r.row_id, r.seq, ${values} FROM records r
      WHERE r.type = ${literal(this.#type)} AND r.seq > ${bind(seq)} ORDER BY r.seq LIMIT ${bind(page)}`,
    );
  }
}
