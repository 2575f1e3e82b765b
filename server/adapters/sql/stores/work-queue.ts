import { after } from "../../../domain/changes/instants.ts";
import {
  type Chore,
  type DueEffect,
  type DueTimer,
  longestHold,
  type Overdue,
  type RunningTimer,
  type UnfinishedWork,
  type WorkQueue,
} from "../../../domain/changes/work-queue.ts";
import type { Incident } from "../../../domain/incidents/incident.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import { type Database, select } from "../database.ts";
import { readJson, textOrNull } from "../reading/record-row.ts";
import { bind, sql } from "../sql.ts";
import type { Parameter, Row, Statement } from "../statement.ts";
import { incidentRow } from "./incident-row.ts";

/**
 * Timers and effects in two tables, leased row by row. Times are compared as the ISO texts they are.
 *
 *     waiting ──due, leased──▶ leased ──change committed, settled──▶ gone
 *      ▲  ▲                      │  │
 *      │  └──lease over, retry───┘  └──given up──▶ kept, with an incident
 *      └────────────── retried by an administrator ────┘  └──dismissed──▶ gone
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
    const { leaseTimers } = this.#database.dialect.queue;
    const rows = await this.#lease(leaseTimers, [now, limit, leaseUntil, after(now, longestHold)]);
    return rows.map(readTimer).sort((a, b) => compare(a.dueAt, b.dueAt));
  }

  async dueEffects(now: string, limit: number, leaseUntil: string): Promise<readonly DueEffect[]> {
    const { leaseEffects } = this.#database.dialect.queue;
    return readEffects(await this.#lease(leaseEffects, [now, limit, leaseUntil, after(now, longestHold)]));
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

  async retryLater(work: UnfinishedWork, retryAt: string, code: string): Promise<void> {
    const { knex } = this.#database;
    const changed =
      work.source === "effect"
        ? knex("outbox").where({ key: work.key }).update({ error: code, due_at: retryAt, lease_until: null })
        : knex("timers").where(timerOf(work)).update({ lease_until: retryAt });
    await changed.increment("attempts", 1);
  }

  async giveUp(incident: Incident): Promise<void> {
    const { work, attempts, failedAt } = incident;
    await this.#database.knex.transaction(async (transaction) => {
      const givenUp =
        work.source === "effect"
          ? await transaction("outbox")
              .where({ key: work.key })
              .whereNotNull("due_at")
              .update({ due_at: null, lease_until: null, attempts, error: incident.failure.code })
          : await transaction("timers")
              .where({ ...timerOf(work), given_up_at: null })
              .update({ given_up_at: failedAt, lease_until: null, attempts });
      if (givenUp > 0) await transaction("incidents").insert(incidentRow(incident));
    });
  }

  async dropTimer(recordId: string, key: string, dueAt: string): Promise<void> {
    await this.#database.knex("timers").where({ record_id: recordId, key, due_at: dueAt }).delete();
  }

  async timersOf(recordId: string): Promise<readonly RunningTimer[]> {
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

  async nextDue(of?: "timers" | "effects"): Promise<string | null> {
    const later = "CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END";
    const timers = `SELECT min(due_at) AS due FROM timers WHERE lease_until IS NULL AND given_up_at IS NULL
      UNION ALL SELECT min(${later}) FROM timers WHERE lease_until IS NOT NULL`;
    const effects = `SELECT min(${later}) AS due FROM outbox WHERE due_at IS NOT NULL`;
    const asked = of === undefined ? `${timers} UNION ALL ${effects}` : { timers, effects }[of];
    const [row] = await select(this.#database, sql`SELECT min(due) AS due FROM (${asked}) AS soonest`);
    return textOrNull(row?.["due"]);
  }

  async overdue(now: string): Promise<Overdue> {
    const [row] = await select(
      this.#database,
      sql`SELECT
        (SELECT count(*) FROM timers WHERE due_at <= ${bind(now)} AND given_up_at IS NULL) AS timers,
        (SELECT min(due_at) FROM timers WHERE due_at <= ${bind(now)} AND given_up_at IS NULL) AS timers_since,
        (SELECT count(*) FROM outbox WHERE due_at <= ${bind(now)}) AS effects,
        (SELECT min(due_at) FROM outbox WHERE due_at <= ${bind(now)}) AS effects_since`,
    );
    return {
      timers: Number(row?.["timers"]),
      effects: Number(row?.["effects"]),
      timersSince: textOrNull(row?.["timers_since"]),
      effectsSince: textOrNull(row?.["effects_since"]),
    };
  }

  async claimChore({ name, day }: Chore, now: string, leaseUntil: string): Promise<boolean> {
    const { knex, dialect } = this.#database;
    const answer: unknown = await knex.raw(
      `INSERT INTO chores (name, day, done, lease_until) VALUES (?, ?, false, ?)
      ON CONFLICT (name) DO UPDATE SET day = excluded.day, done = false, lease_until = excluded.lease_until
      WHERE (chores.day <> excluded.day OR NOT chores.done) AND (chores.lease_until IS NULL OR chores.lease_until <= ?)
      RETURNING name`,
      [name, day, leaseUntil, now],
    );
    return dialect.rowsOf(answer).length > 0;
  }

  async finishChore({ name, day }: Chore): Promise<void> {
    await this.#database.knex("chores").where({ name, day }).update({ done: true, lease_until: null });
  }

  #lease(statement: Statement, parameters: readonly Parameter[]): Promise<readonly Row[]> {
    return this.#database.transaction((connection) => connection.run(statement, parameters));
  }
}

function timerOf({ recordId, key, dueAt }: Extract<UnfinishedWork, { source: "timer" }>) {
  return { record_id: recordId, key, due_at: dueAt };
}

function readTimer(row: Row): DueTimer {
  return {
    recordId: String(row["record_id"]),
    type: String(row["record_type"]),
    key: String(row["key"]),
    event: String(row["event"]),
    dueAt: String(row["due_at"]),
    delay: String(row["delay"]),
    attempts: Number(row["attempts"]),
    depth: Number(row["depth"]),
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
      depth: Number(row["depth"]),
      actorId: String(row["actor_id"]),
      actorName: String(row["actor_name"]),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
