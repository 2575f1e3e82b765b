import type { LinkStore, OneTimeLink } from "../../../domain/users/one-time-link.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface LinkRow {
  readonly token_hash: string;
  readonly purpose: OneTimeLink["purpose"];
  readonly user_id: string | null;
  readonly epoch: number;
  readonly expires_at: string;
}

/** One-time links in a table; only the hash of each token is there. */
export class PeopleLinks implements LinkStore {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async insert(link: OneTimeLink): Promise<void> {
    await this.#rows().insert({
      token_hash: link.tokenHash,
      purpose: link.purpose,
      user_id: link.userId,
      epoch: link.epoch,
      expires_at: link.expiresAt,
    });
  }

  async find(tokenHash: string): Promise<OneTimeLink | null> {
    const row = await this.#rows().where({ token_hash: tokenHash }).first();
    if (!row) return null;
    return {
      tokenHash: row.token_hash,
      purpose: row.purpose,
      userId: row.user_id,
      epoch: row.epoch,
      expiresAt: row.expires_at,
    };
  }

  async consume(tokenHash: string): Promise<boolean> {
    return (await this.#rows().where({ token_hash: tokenHash }).delete()) === 1;
  }

  async removeFor(purpose: OneTimeLink["purpose"], userId: string | null): Promise<void> {
    await this.#rows().where({ purpose, user_id: userId }).delete();
  }

  #rows() {
    return this.#database.knex<LinkRow>("one_time_links");
  }
}
