import type { SettingStore } from "../../../domain/office/setting-store.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Database } from "../database.ts";

interface SettingRow {
  readonly key: string;
  readonly value: string;
}

/** The settings of the office, by name, on this database. */
export function createSettingStore(database: Database): SettingStore {
  return new SqlSettingStore(database);
}

class SqlSettingStore implements SettingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async get(key: string): Promise<Json> {
    const row = await this.#rows().where({ key }).first();
    return row ? (JSON.parse(row.value) as Json) : null;
  }

  async set(key: string, value: Json): Promise<void> {
    await this.#rows()
      .insert({ key, value: JSON.stringify(value) })
      .onConflict("key")
      .merge();
  }

  async setOnce(key: string, value: Json): Promise<Json> {
    await this.#rows()
      .insert({ key, value: JSON.stringify(value) })
      .onConflict("key")
      .ignore();
    return this.get(key);
  }

  #rows() {
    return this.#database.knex<SettingRow>("settings");
  }
}
