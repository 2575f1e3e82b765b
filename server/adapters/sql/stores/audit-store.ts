import type { Knex } from "knex";
import type { AuditStore, LinkedEntry, Seal, SealedHead, StoredChain } from "../../../domain/audit/audit-store.ts";
import { readSalt } from "../../../domain/audit/record-salt.ts";
import { type Database, select } from "../database.ts";
import { beginReading } from "../reading/begin-reading.ts";
import { readEntry } from "../reading/entry-row.ts";
import { readRecord, recordColumns } from "../reading/record-row.ts";
import { bind, literal, sql } from "../sql.ts";
import type { Row } from "../statement.ts";
import { storableJson } from "../storable-json.ts";

/** The store of the audit on this database. */
export function createAuditStore(database: Database): AuditStore {
  return new SqlAuditStore(database);
}

class SqlAuditStore implements AuditStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In one transaction: a change that is written meanwhile is seen whole or not at all. */
  async chains(after: string, limit: number): Promise<readonly StoredChain[]> {
    const transaction = await beginReading(this.#database);
    try {
      return await this.#chains(transaction, after, limit);
    } finally {
      await transaction.rollback();
    }
  }

  async #chains(transaction: Knex, after: string, limit: number): Promise<readonly StoredChain[]> {
    const records = this.#database.dialect.rowsOf(
      await transaction.raw(
        `SELECT ${recordColumns("r")}, r.chain, s.salt FROM records r LEFT JOIN salts s ON s.record_id = r.id
        WHERE r.id > ? ORDER BY r.id LIMIT ?`,
        [after, limit],
      ),
    );
    const ids = records.map((row) => String(row["id"]));
    const entries = await rowsOf(transaction("events"), "record_id", ids);
    const timers = await rowsOf(transaction("timers"), "record_id", ids);
    const references = await rowsOf(transaction("refs"), "from_id", ids);
    return records.map((row): StoredChain => {
      const id = String(row["id"]);
      return {
        record: readRecord(row).record,
        isDeleted: row["deleted_at"] !== null,
        head: String(row["chain"]),
        salt: row["salt"] === null ? null : readSalt(String(row["salt"])),
        entries: (entries.get(id) ?? []).map(readLinked).sort((left, right) => left.seq - right.seq),
        timers: (timers.get(id) ?? []).map((timer) => ({ key: String(timer["key"]), dueAt: String(timer["due_at"]) })),
        references: (references.get(id) ?? []).map((ref) => ({
          field: String(ref["field"]),
          id: String(ref["to_id"]),
        })),
      };
    });
  }

  async strays(): Promise<readonly { readonly recordId: string; readonly seq: number }[]> {
    const rows = await select(
      this.#database,
      sql`SELECT e.record_id, e.seq FROM events e LEFT JOIN records r ON r.id = e.record_id WHERE r.id IS NULL`,
    );
    return rows.map((row) => ({ recordId: String(row["record_id"]), seq: Number(row["seq"]) }));
  }

  /** By type, since that is how an index finds what changed last. */
  async heads(after: number, upTo: number): Promise<readonly SealedHead[]> {
    const types = await select(this.#database, sql`SELECT DISTINCT id FROM definitions WHERE kind <> 'office'`);
    const heads: SealedHead[] = [];
    for (const { id: type } of types) {
      const rows = await select(
        this.#database,
        sql`SELECT id, version, chain FROM records
        WHERE type = ${literal(String(type))} AND seq > ${bind(after)} AND seq <= ${bind(upTo)} ORDER BY seq`,
      );
      heads.push(...rows.map((row) => [String(row["id"]), Number(row["version"]), String(row["chain"])] as const));
    }
    return heads;
  }

  async changes(): Promise<number> {
    const [row] = await select(this.#database, sql`SELECT value FROM counters WHERE name = 'changes'`);
    return Number(row?.["value"] ?? 0);
  }

  async links(heads: readonly SealedHead[]): Promise<readonly SealedHead[]> {
    if (heads.length === 0) return [];
    const rows: Row[] = await this.#database
      .reading("events")
      .select("record_id", "seq", "hash")
      .whereIn(
        ["record_id", "seq"],
        heads.map(([id, seq]) => [id, seq]),
      );
    return rows.map((row) => [String(row["record_id"]), Number(row["seq"]), String(row["hash"])] as const);
  }

  async lastSeal(): Promise<Seal | null> {
    const row: Row | undefined = await this.#database.reading("seals").orderBy("nr", "desc").first();
    return row ? readSeal(row) : null;
  }

  async seals(after: number, limit: number): Promise<readonly Seal[]> {
    const rows: Row[] = await this.#database.reading("seals").where("nr", ">", after).orderBy("nr").limit(limit);
    return rows.map(readSeal);
  }

  async addSeal({ nr, at, upTo, heads, hash }: Seal): Promise<boolean> {
    const added: Row[] = await this.#database
      .knex("seals")
      .insert({ nr, at, up_to: upTo, heads: storableJson(heads), hash })
      .onConflict("nr")
      .ignore()
      .returning("nr");
    return added.length > 0;
  }
}

/** The rows of those records, by record. */
async function rowsOf(query: Knex.QueryBuilder, column: string, ids: readonly string[]) {
  const rows: Row[] = await query.whereIn(column, ids);
  const byRecord = new Map<string, Row[]>();
  for (const row of rows) {
    const id = String(row[column]);
    byRecord.set(id, [...(byRecord.get(id) ?? []), row]);
  }
  return byRecord;
}

function readLinked(row: Row): LinkedEntry {
  return { ...readEntry(row), hash: String(row["hash"]) };
}

function readSeal(row: Row): Seal {
  return {
    nr: Number(row["nr"]),
    at: String(row["at"]),
    upTo: Number(row["up_to"]),
    heads: JSON.parse(String(row["heads"])) as Seal["heads"],
    hash: String(row["hash"]),
  };
}
