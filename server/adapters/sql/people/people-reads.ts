import type { FileRead, ReadLogStore, ReadQuery } from "../../../domain/audit/read-log.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface ReadRow {
  readonly id: number;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly type: string;
  readonly record_id: string;
  readonly how: FileRead["how"];
}

/** Rows of one INSERT: the seven columns of each stay below SQLite's limit of bound values. */
const rowsPerInsert = 500;

/** The log of reads in a table. */
export class PeopleReads implements ReadLogStore {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async append(reads: readonly FileRead[]): Promise<void> {
    const rows = reads.map((read) => ({
      at: read.at,
      actor_id: read.actorId,
      actor_name: read.actorName,
      type: read.type,
      record_id: read.recordId,
      how: read.how,
    }));
    for (let start = 0; start < rows.length; start += rowsPerInsert) {
      await this.#database.knex("reads").insert(rows.slice(start, start + rowsPerInsert));
    }
  }

  async forgetBefore(at: string): Promise<number> {
    return this.#database.knex("reads").where("at", "<", at).delete();
  }

  async list(query: ReadQuery) {
    const matching = this.#database.reading<ReadRow>("reads");
    if (query.actorId !== undefined) matching.where("actor_id", query.actorId);
    if (query.type !== undefined) matching.where("type", query.type);
    if (query.recordId !== undefined) matching.where("record_id", query.recordId);
    if (query.how !== undefined) matching.where("how", query.how);
    if (query.from !== undefined) matching.where("at", ">=", query.from);
    if (query.to !== undefined) matching.where("at", "<=", query.to);
    const counted: { count: number | string }[] = await matching.clone().clearSelect().count({ count: "*" });
    const rows: ReadRow[] = await matching.orderBy("id", query.direction).offset(query.offset).limit(query.limit);
    return { rows: rows.map(readEntry), total: Number(counted[0]?.count ?? 0) };
  }
}

function readEntry(row: ReadRow): FileRead & { readonly id: string } {
  return {
    id: String(row.id),
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    type: row.type,
    recordId: row.record_id,
    how: row.how,
  };
}
