import type { DueEffect, DueTimer, WorkQueue } from "../../domain/changes/work-queue.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { type Database, select } from "./database.ts";
import { readJson, textOrNull } from "./record-row.ts";
import { bind, sql } from "./sql.ts";
import type { Parameter, Row, Statement } from "./statement.ts";

/**
 * Timers and effects in two tables, leased row by row. Times are compared as the ISO texts they are.
 *
 *     waiting ──due, leased──▶ leased ──change committed, settled──▶ gone
 *        ▲                       │  │
 *        └──lease over, retry────┘  └──given up──▶ incident (no due time, its error kept)
 */
export function createWorkQueue(database: Database): WorkQueue {
  return new SqlWorkQueue(database);
}

class SqlWorkQueue implements WorkQueue {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async dueTimers(now: string, limit: number, leaseUntil: string): Promise<readonly DueTimer[]> {
    const rows = await this.#lease(this.#database.dialect.queue.leaseTimers, [now, limit, leaseUntil]);
    return rows.map(readTimer).sort((a, b) => compare(a.dueAt, b.dueAt));
  }

  async dueEffects(now: string, limit: number, leaseUntil: string): Promise<readonly DueEffect[]> {
    return readEffects(await this.#lease(this.#database.dialect.queue.leaseEffects, [now, limit, leaseUntil]));
  }

  async effectsOf(
    recordIds: readonly string[],
    leaseUntil: string,
    types?: readonly string[],
  ): Promise<readonly DueEffect[]> {
    const wanted = JSON.stringify({ ids: recordIds, types: types ?? null });
    return readEffects(await this.#lease(this.#database.dialect.queue.leaseEffectsOf, [wanted, leaseUntil]));
  }

  async settleEffect(key: string): Promise<void> {
    await this.#database.knex("outbox").where({ key }).delete();
  }

  async failEffect(key: string, error: string, retryAt: string | null): Promise<void> {
    const { knex } = this.#database;
    await knex("outbox")
      .where({ key })
      .update({ error: withoutNul(error), due_at: retryAt, lease_until: null })
      .increment("attempts", 1);
  }

  async dropTimer(recordId: string, key: string, dueAt: string): Promise<void> {
    await this.#database.knex("timers").where({ record_id: recordId, key, due_at: dueAt }).delete();
  }

  async timersOf(recordId: string) {
    const rows = await select(
      this.#database,
      sql`SELECT key, event, due_at, delay FROM timers WHERE record_id = ${bind(recordId)} ORDER BY due_at, key`,
    );
    return rows.map((row) => ({
      key: String(row["key"]),
      event: String(row["event"]),
      dueAt: String(row["due_at"]),
      delay: String(row["delay"]),
    }));
  }

  async nextDue(): Promise<string | null> {
    const later = "CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END";
    const [row] = await select(
      this.#database,
      sql`SELECT min(due) AS due FROM (
        SELECT min(due_at) AS due FROM timers WHERE lease_until IS NULL
        UNION ALL SELECT min(${later}) FROM timers WHERE lease_until IS NOT NULL
        UNION ALL SELECT min(${later}) FROM outbox WHERE due_at IS NOT NULL
      ) AS soonest`,
    );
    return textOrNull(row?.["due"]);
  }

  #lease(statement: Statement, parameters: readonly Parameter[]): Promise<readonly Row[]> {
    return this.#database.transaction((connection) => connection.run(statement, parameters));
  }
}

function readTimer(row: Row): DueTimer {
  return {
    recordId: String(row["record_id"]),
    type: String(row["record_type"]),
    key: String(row["key"]),
    event: String(row["event"]),
    dueAt: String(row["due_at"]),
  };
}

/** In the order in which they were asked for. */
function readEffects(rows: readonly Row[]): readonly DueEffect[] {
  return [...rows]
    .sort((a, b) => Number(a["nr"]) - Number(b["nr"]))
    .map((row) => ({
      key: String(row["key"]),
      type: String(row["type"]),
      params: readJson(row["params"]) as JsonObject,
      recordId: String(row["record_id"]),
      recordType: String(row["record_type"]),
      attempts: Number(row["attempts"]),
      actorId: String(row["actor_id"]),
      actorName: String(row["actor_name"]),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function withoutNul(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}
