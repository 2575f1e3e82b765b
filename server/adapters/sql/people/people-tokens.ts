import type { ApiToken, TokenStore } from "../../../domain/users/api-token.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface TokenRow {
  readonly id: string;
  readonly token_hash: string;
  readonly name: string;
  readonly roles: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

/** API tokens in a table; only the hash of each is there. */
export class PeopleTokens implements TokenStore {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async insert(token: ApiToken, tokenHash: string): Promise<void> {
    await this.#rows().insert({
      id: token.id,
      token_hash: tokenHash,
      name: token.name,
      roles: JSON.stringify(token.roles),
      created_by: token.createdBy,
      created_at: token.createdAt,
      last_used_at: token.lastUsedAt,
      revoked_at: token.revokedAt,
    });
  }

  async find(tokenHash: string): Promise<ApiToken | null> {
    const row = await this.#database.reading<TokenRow>("api_tokens").where({ token_hash: tokenHash }).first();
    return row ? readToken(row) : null;
  }

  async get(id: string): Promise<ApiToken | null> {
    const row = await this.#rows().where({ id }).first();
    return row ? readToken(row) : null;
  }

  async all(): Promise<readonly ApiToken[]> {
    return (await this.#rows().orderBy("created_at", "desc")).map(readToken);
  }

  async revoke(id: string, at: string): Promise<void> {
    await this.#rows().where({ id }).whereNull("revoked_at").update({ revoked_at: at });
  }

  async used(id: string, at: string): Promise<void> {
    await this.#rows().where({ id }).update({ last_used_at: at });
  }

  #rows() {
    return this.#database.knex<TokenRow>("api_tokens");
  }
}

function readToken(row: TokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    roles: JSON.parse(row.roles) as string[],
    createdBy: row.created_by,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
