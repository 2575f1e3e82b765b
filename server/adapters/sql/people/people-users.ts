import type { Knex } from "knex";
import { type Account, isActiveAdmin, type User } from "../../../domain/users/user.ts";
import type { UserStore } from "../../../domain/users/user-store.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Language } from "../../../plugin-api/text.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: string;
  readonly status: User["status"];
  readonly language: Language | null;
  readonly fields: string;
  readonly epoch: number;
  readonly version: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly password_hash: string | null;
}

/** Accounts in a table, on SQLite and PostgreSQL alike. */
export class PeopleUsers implements UserStore {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async get(id: string): Promise<User | null> {
    return (await this.account(id))?.user ?? null;
  }

  async account(id: string): Promise<Account | null> {
    const row = await this.#database.reading<UserRow>("users").where({ id }).first();
    return row ? readAccount(row) : null;
  }

  async accountByEmail(email: string): Promise<Account | null> {
    const row = await this.#rows().where({ email }).first();
    return row ? readAccount(row) : null;
  }

  async all(): Promise<readonly User[]> {
    const rows = await this.#rows().select();
    return rows.map((row) => readAccount(row).user).sort((a, b) => a.name.localeCompare(b.name, "fr"));
  }

  async insert(account: Account): Promise<boolean> {
    const written = await this.#rows()
      .insert({ ...userColumns(account.user), password_hash: account.passwordHash })
      .onConflict("email")
      .ignore()
      .returning("id");
    return written.length === 1;
  }

  async save(user: User, basedOn: number): ReturnType<UserStore["save"]> {
    try {
      return await this.#database.knex.transaction(async (transaction) => {
        if (!isActiveAdmin(user) && (await isLastAdmin(transaction, user.id))) return "last-admin";
        const row = transaction<UserRow>("users").where({ id: user.id, version: basedOn });
        return (await row.update(userColumns(user))) === 1 ? "saved" : "stale";
      });
    } catch (error) {
      // Of two who take an address at the same moment, its index refuses one.
      const holder = await this.#rows().where({ email: user.email }).whereNot({ id: user.id }).first();
      if (holder) return "email-taken";
      throw error;
    }
  }

  async setPassword(id: string, passwordHash: string, at: string): Promise<void> {
    await this.#rows()
      .where({ id })
      .update({
        password_hash: passwordHash,
        status: "active",
        epoch: this.#database.knex.raw("epoch + 1"),
        version: this.#database.knex.raw("version + 1"),
        updated_at: at,
      });
  }

  #rows() {
    return this.#database.knex<UserRow>("users");
  }
}

/**
 * Whether no other account can administer the office. On PostgreSQL those that can are held until the transaction ends,
 * always in the same order, so that of two who give the role up at once the second sees what became of the first. On
 * SQLite one writes at a time; of two processes on one file, the second is told that the database is busy.
 */
async function isLastAdmin(transaction: Knex.Transaction, id: string): Promise<boolean> {
  const active = await transaction<UserRow>("users").where({ status: "active" }).orderBy("id").forUpdate();
  const admins = active.map((row) => readAccount(row).user).filter(isActiveAdmin);
  return admins.length > 0 && admins.every((admin) => admin.id === id);
}

function readAccount(row: UserRow): Account {
  return {
    passwordHash: row.password_hash,
    user: {
      id: row.id,
      email: row.email,
      name: row.name,
      roles: JSON.parse(row.roles) as string[],
      status: row.status,
      language: row.language,
      fields: JSON.parse(row.fields) as JsonObject,
      epoch: row.epoch,
      version: row.version,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
  };
}

function userColumns(user: User) {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    roles: JSON.stringify(user.roles),
    status: user.status,
    language: user.language,
    fields: JSON.stringify(user.fields),
    epoch: user.epoch,
    version: user.version,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}
