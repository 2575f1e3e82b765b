import type { AggregateRow } from "../../../plugin-api/contributions/index.ts";
import { type Aggregation, groupExpressions } from "../aggregate-records.ts";
import type { Database } from "../database.ts";
import { readJson } from "../record-row.ts";
import { type Columns, TypeColumns } from "./type-columns.ts";
import type { ValueColumn } from "./value-column.ts";
import { type ValueTest, valueTest } from "./value-test.ts";

/** Counts out of memory what is asked about the records' own values, and leaves all else to the database. */
export class CountInMemory {
  readonly #database: Database;
  readonly #types = new Map<string, TypeColumns>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Null when only the database can answer. */
  async aggregate({ type, where, groupBy, averageDays }: Aggregation): Promise<readonly AggregateRow[] | null> {
    const { expressions } = this.#database.dialect;
    const groups = groupExpressions(expressions, groupBy);
    const tests = where.flatMap((condition) => valueTest(condition, expressions) ?? []);
    if (averageDays !== undefined || groups.joins !== "" || tests.length < where.length) return null;
    const columns = this.#types.get(type) ?? new TypeColumns(this.#database, type);
    this.#types.set(type, columns);
    const asked = [...groups.expressions, ...tests.map(({ expression }) => expression)];
    return columns.ask(asked, (fresh) => countGroups(fresh, groups.expressions, tests));
  }
}

function countGroups(
  { size, live, of }: Columns,
  expressions: readonly string[],
  tests: readonly ValueTest[],
): readonly AggregateRow[] {
  const groups = expressions.map(of);
  const isLive = accepted(live, (value) => value !== null);
  const accepting = [isLive, ...tests.map(({ expression, isMet }) => accepted(of(expression), isMet))];
  const counts = new Map<number, number>();
  for (let place = 0; place < size; place++) {
    if (!isAccepted(accepting, place)) continue;
    let key = 0;
    for (const { cells, values } of groups) key = key * values.length + (cells[place] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (groups.length === 0) return [{ group: [], count: counts.get(0) ?? 0 }];
  return [...counts].map(([key, count]) => ({ group: groupOf(key, groups), count })).sort(inOrder);
}

interface Accepting {
  readonly cells: Int32Array;
  /** 1 for each value that is accepted, by its number. */
  readonly isMet: Uint8Array;
}

function isAccepted(accepting: readonly Accepting[], place: number): boolean {
  for (const { cells, isMet } of accepting) if (isMet[cells[place] ?? 0] !== 1) return false;
  return true;
}

/** Each different value is tested once. */
function accepted({ cells, values }: ValueColumn, isMet: ValueTest["isMet"]): Accepting {
  return { cells, isMet: Uint8Array.from(values, (value) => Number(isMet(value))) };
}

function groupOf(key: number, columns: readonly ValueColumn[]): AggregateRow["group"] {
  let rest = key;
  const group = columns.toReversed().map(({ values }) => {
    const value = values[rest % values.length] ?? null;
    rest = Math.floor(rest / values.length);
    return readJson(value);
  });
  return group.reverse();
}

/** Nothing first, as the values follow each other in JSON: always the same order. */
function inOrder(a: AggregateRow, b: AggregateRow): number {
  const [first, second] = [JSON.stringify(a.group), JSON.stringify(b.group)];
  return first < second ? -1 : 1;
}
