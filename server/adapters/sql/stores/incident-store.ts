import type { Knex } from "knex";
import type { KeptIncident, Resolution } from "../../../domain/incidents/incident.ts";
import type { IncidentQuery, IncidentStore, ResolvedBy } from "../../../domain/incidents/incident-store.ts";
import type { Database } from "../database.ts";
import { type IncidentRow, readIncident } from "./incident-row.ts";

/** The store of incidents on this database. */
export function createIncidentStore(database: Database): IncidentStore {
  return new SqlIncidentStore(database);
}

/** The work that an incident is about is there and still given up: what a case has left behind is over. */
const stillWaits = `CASE source
  WHEN 'effect' THEN EXISTS (SELECT 1 FROM outbox WHERE outbox.key = incidents.key AND outbox.due_at IS NULL)
  ELSE EXISTS (SELECT 1 FROM timers WHERE timers.record_id = incidents.record_id AND timers.key = incidents.key
    AND timers.due_at = incidents.due_at AND timers.given_up_at IS NOT NULL)
  END`;

class SqlIncidentStore implements IncidentStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(query: IncidentQuery): Promise<{ readonly rows: readonly KeptIncident[]; readonly total: number }> {
    const { resolved, kind, recordId, offset, limit } = query;
    const found = () => {
      const base = resolved ? this.#rows().whereNotNull("resolution") : this.#open();
      if (kind !== undefined) base.where({ kind });
      if (recordId !== undefined) base.where({ record_id: recordId });
      return base;
    };
    const [counted] = await found().count({ total: "*" });
    const at = resolved ? "resolved_at" : "failed_at";
    const newestFirst = [at, "id"].map((column) => ({ column, order: "desc" }));
    const rows: IncidentRow[] = await found().orderBy(newestFirst).offset(offset).limit(limit);
    return { rows: rows.map(readIncident), total: Number(counted?.["total"] ?? 0) };
  }

  async openCount(): Promise<number> {
    const [counted] = await this.#open().count({ total: "*" });
    return Number(counted?.["total"] ?? 0);
  }

  async get(id: string): Promise<KeptIncident | null> {
    const row = await this.#rows().where({ id }).first();
    return row ? readIncident(row) : null;
  }

  async resolve(incident: KeptIncident, how: Resolution, by: ResolvedBy): Promise<Resolution | null> {
    return this.#database.knex.transaction(async (transaction) => {
      const resolved = { resolved_at: by.at, resolved_by: by.actorId, resolved_by_name: by.actorName };
      const closed = transaction<IncidentRow>("incidents").where({ id: incident.id });
      if (how !== "dismissed" || incident.work.source === "effect") closed.whereNull("resolution");
      if ((await closed.update({ resolution: how, ...resolved })) === 0) return null;
      if (how === "dismissed" && incident.work.source === "effect") await effectOf(transaction, incident).delete();
      if (how !== "retried" || (await retry(transaction, incident, by.at)) > 0) return how;
      await transaction("incidents").where({ id: incident.id }).update({ resolution: "obsolete" });
      return "obsolete";
    });
  }

  #open() {
    return this.#rows().whereNull("resolution").whereRaw(stillWaits);
  }

  #rows() {
    return this.#database.reading<IncidentRow>("incidents");
  }
}

function retry(transaction: Knex, incident: KeptIncident, at: string): PromiseLike<number> {
  const { work, recordId } = incident;
  const anew = { attempts: 0, depth: 0, lease_until: null };
  if (work.source === "effect") return effectOf(transaction, incident).update({ ...anew, due_at: at });
  return transaction("timers")
    .where({ record_id: recordId, key: work.key, due_at: work.dueAt })
    .whereNotNull("given_up_at")
    .update({ ...anew, given_up_at: null });
}

function effectOf(transaction: Knex, { work: { key } }: KeptIncident) {
  return transaction("outbox").where({ key }).whereNull("due_at");
}
