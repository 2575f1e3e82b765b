import type { AggregateRow } from "../../../plugin-api/contributions/index.ts";
import type { Database } from "../database.ts";
import type { Aggregation } from "../reading/aggregate-records.ts";
import { readJson } from "../reading/record-row.ts";
import { type AskedColumn, groupColumns } from "./asked-column.ts";
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
  async aggregate(asked: Aggregation): Promise<readonly AggregateRow[] | null> {
    const { type, where, averageDays } = asked;
    const { expressions } = this.#database.dialect;
    const groups = groupColumns(expressions, asked);
    const tests = where.flatMap((condition) => valueTest(condition, expressions, type) ?? []);
    if (averageDays !== undefined || groups === null || tests.length < where.length) return null;
    const columns = this.#types.get(type) ?? new TypeColumns(this.#database, type);
    this.#types.set(type, columns);
    return columns.ask([...groups, ...tests.map(({ column }) => column)], (fresh) => countGroups(fresh, groups, tests));
  }
}

function countGroups(
  { size, live, of }: Columns,
  groups: readonly AskedColumn[],
  tests: readonly ValueTest[],
): readonly AggregateRow[] {
  const places = new Uint32Array(size);
  for (let place = 0; place < size; place++) places[place] = place;
  let counted = keepThoseThatMeet(places, live, (value) => value !== null);
  for (const { column, isMet } of tests) counted = keepThoseThatMeet(counted, of(column), isMet);
  if (groups.length === 0) return [{ group: [], count: counted.length }];
  const columns = groups.map(of);
  const found = countKeys(counted, columns, size);
  return found.map(([key, count]) => ({ group: groupOf(key, columns), count })).sort(inOrder);
}

/** Moves those that meet the test to the beginning, without a jump that a processor could not foresee. */
function keepThoseThatMeet(places: Uint32Array, column: ValueColumn, isMet: ValueTest["isMet"]): Uint32Array {
  const cells = column.cells((places.at(-1) ?? -1) + 1);
  const meets = Uint8Array.from(column.values, (value) => Number(isMet(value)));
  let kept = 0;
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0;
    places[kept] = place;
    kept += meets[cells[place] ?? 0] ?? 0;
  }
  return places.subarray(0, kept);
}

/** Groups that are counted in a list that has a place for each; of more, those that there are in a map. */
const mostListed = 1_000_000;

function countKeys(places: Uint32Array, columns: readonly ValueColumn[], size: number): readonly Counted[] {
  const possible = columns.reduce((product, { values }) => product * values.length, 1);
  if (possible > mostListed) {
    const counts = new Map<number, number>();
    for (const key of groupKeys(new Float64Array(places.length), { places, columns, size }))
      counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts];
  }
  const counts = new Uint32Array(possible);
  const keys = groupKeys(new Uint32Array(places.length), { places, columns, size });
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return [...counts.entries()].filter(([, count]) => count > 0);
}

/** A group's number, and how many there are of it. */
type Counted = readonly [key: number, count: number];

interface Grouped {
  readonly places: Uint32Array;
  readonly columns: readonly ValueColumn[];
  readonly size: number;
}

/** One number for each group of values: the numbers of the values, as the digits of a number are put together. */
function groupKeys<Keys extends Uint32Array | Float64Array>(keys: Keys, { places, columns, size }: Grouped): Keys {
  for (const column of columns) {
    const cells = column.cells(size);
    const base = column.values.length;
    for (let index = 0; index < places.length; index++) {
      keys[index] = (keys[index] ?? 0) * base + (cells[places[index] ?? 0] ?? 0);
    }
  }
  return keys;
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
