import type { SessionRecords } from "../../../domain/users/session-records.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface SessionRow {
  readonly id: string;
  readonly data: string;
  readonly expires_at: string;
}

/** Sessions in a table, so that they survive a restart and are shared by several processes. */
export class PeopleSessions implements SessionRecords {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async read(id: string, now: string): Promise<string | null> {
    const row = await this.#database
      .reading<SessionRow>("sessions")
      .where({ id })
      .andWhere("expires_at", ">", now)
      .first();
    return row?.data ?? null;
  }

  async write(id: string, data: string, expiresAt: string): Promise<void> {
    await this.#rows().insert({ id, data, expires_at: expiresAt }).onConflict("id").merge();
  }

  async remove(id: string): Promise<void> {
    await this.#rows().where({ id }).delete();
  }

  async removeEnded(now: string): Promise<void> {
    await this.#rows().where("expires_at", "<=", now).delete();
  }

  #rows() {
    return this.#database.knex<SessionRow>("sessions");
  }
}
