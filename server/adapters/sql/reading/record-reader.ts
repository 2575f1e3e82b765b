import type {
  Condition,
  FoundRecords,
  LabelledRecord,
  Link,
  ListPage,
  ListQuery,
  RecordReader,
  StoredEntry,
} from "../../../domain/records/record-reader.ts";
import type { AggregateRow } from "../../../plugin-api/contributions/index.ts";
import { type Database, select } from "../database.ts";
import { CountInMemory } from "../figures/count-in-memory.ts";
import { bind, literal, type Sql, sql } from "../sql.ts";
import type { Row } from "../statement.ts";
import { aggregateRecords } from "./aggregate-records.ts";
import { readEntry } from "./entry-row.ts";
import { KnownRecords } from "./known-records.ts";
import { countRecords, listRecords } from "./list-records.ts";
import { readRecord, recordColumns } from "./record-row.ts";

/** Changed records that are read at a time. */
const changesAtATime = 250;

/** The reader of records on this database. */
export function createRecordReader(database: Database, known = new KnownRecords()): RecordReader {
  return new SqlRecordReader(database, known);
}

class SqlRecordReader implements RecordReader {
  readonly #database: Database;
  readonly #known: KnownRecords;
  readonly #counts: CountInMemory;

  constructor(database: Database, known: KnownRecords) {
    this.#database = database;
    this.#known = known;
    this.#counts = new CountInMemory(database);
  }

  async get(type: string, id: string): Promise<LabelledRecord | null> {
    const [row] = await this.#records(sql`r.id = ${bind(id)} AND r.type = ${bind(type)} AND r.deleted_at IS NULL`);
    return row ? readRecord(row) : null;
  }

  async getMany(ids: readonly string[]): Promise<readonly LabelledRecord[]> {
    if (ids.length === 0) return [];
    const isListed = this.#database.dialect.expressions.isOneOf("r.id", ids);
    const rows = await this.#records(sql`${isListed} AND r.deleted_at IS NULL`);
    const found = new Map(rows.map((row) => [String(row["id"]), readRecord(row)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  around(ids: readonly string[]): Promise<FoundRecords> {
    return this.#known.read(ids, async (asked) => {
      const rows = await this.#database.read(this.#database.dialect.reads.recordsAround, [JSON.stringify(asked)]);
      const counted = rows.find(({ id }) => id === null);
      const found = rows.filter((row) => row !== counted).map((row) => [String(row["id"]), readRecord(row)] as const);
      return { changeCount: Number(counted?.["version"]), records: new Map(found) };
    });
  }

  list(query: ListQuery): Promise<ListPage> {
    return listRecords(this.#database, query);
  }

  count(query: Pick<ListQuery, "type" | "where">): Promise<number> {
    return countRecords(this.#database, query);
  }

  async aggregate(
    type: string,
    where: readonly Condition[],
    query: Parameters<RecordReader["aggregate"]>[2],
  ): Promise<readonly AggregateRow[]> {
    const asked = { ...query, type, where };
    return (await this.#counts.aggregate(asked)) ?? aggregateRecords(this.#database, asked);
  }

  async history(type: string, id: string): Promise<readonly StoredEntry[]> {
    const rows = await select(
      this.#database,
      sql`SELECT e.* FROM records r JOIN events e ON e.record_id = r.id
      WHERE r.id = ${bind(id)} AND r.type = ${bind(type)} ORDER BY e.seq`,
    );
    return rows.map(readEntry);
  }

  async links(id: string): Promise<readonly Link[]> {
    const rows = await select(
      this.#database,
      sql`SELECT 'from' AS direction, refs.field, r.type, r.id, r.label FROM refs
        JOIN records r ON r.id = refs.from_id AND r.deleted_at IS NULL WHERE refs.to_id = ${bind(id)}
      UNION ALL SELECT 'to', refs.field, r.type, r.id, r.label FROM refs
        JOIN records r ON r.id = refs.to_id AND r.deleted_at IS NULL WHERE refs.from_id = ${bind(id)}
      ORDER BY 1, 2, 4`,
    );
    return rows.map((row) => ({
      direction: row["direction"] === "from" ? "from" : "to",
      field: String(row["field"]),
      type: String(row["type"]),
      id: String(row["id"]),
      label: String(row["label"]),
    }));
  }

  async revision(type: string): Promise<number> {
    const [row] = await select(this.#database, sql`SELECT max(seq) AS seq FROM records WHERE type = ${literal(type)}`);
    return Number(row?.["seq"] ?? 0);
  }

  async changedSince(
    type: string,
    revision: number,
  ): Promise<readonly (LabelledRecord | { readonly id: string; readonly deleted: true })[]> {
    const found: Row[] = [];
    for (;;) {
      const since = Number(found.at(-1)?.["seq"] ?? revision);
      const rows = await select(
        this.#database,
        sql`SELECT r.seq, ${recordColumns("r")} FROM records r
        WHERE r.type = ${literal(type)} AND r.seq > ${bind(since)} ORDER BY r.seq LIMIT ${bind(changesAtATime)}`,
      );
      found.push(...rows);
      if (rows.length < changesAtATime) break;
    }
    return found.map((row) =>
      row["deleted_at"] === null ? readRecord(row) : { id: String(row["id"]), deleted: true as const },
    );
  }

  #records(where: Sql): Promise<readonly Row[]> {
    return select(this.#database, sql`SELECT ${recordColumns("r")} FROM records r WHERE ${where}`);
  }
}
