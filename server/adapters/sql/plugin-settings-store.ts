import type { JsonObject } from "../../plugin-api/json.ts";
import type { Database } from "./database.ts";

interface PluginRow {
  readonly id: string;
  /** SQLite answers 1 and 0. */
  readonly enabled: boolean | number;
  readonly config: string;
  readonly config_version: number;
}

/** What an administrator chose for one plugin; satisfies the plugin host's port of that name. */
export interface StoredPluginSettings {
  readonly id: string;
  readonly enabled: boolean;
  readonly config: JsonObject;
  readonly configVersion: number;
}

/** Keeps the settings of the plugins in a table. */
export function createPluginSettingsStore(database: Database) {
  return {
    async read(): Promise<readonly StoredPluginSettings[]> {
      const rows = await database.reading<PluginRow>("plugins").orderBy("id");
      return rows.map(({ id, enabled, config, config_version }) => ({
        id,
        enabled: Boolean(enabled),
        config: JSON.parse(config) as JsonObject,
        configVersion: config_version,
      }));
    },
    async write({ id, enabled, config, configVersion }: StoredPluginSettings): Promise<void> {
      const row: PluginRow = { id, enabled, config: JSON.stringify(config), config_version: configVersion };
      await database.knex<PluginRow>("plugins").insert(row).onConflict("id").merge();
    },
    async remove(id: string): Promise<void> {
      await database.knex<PluginRow>("plugins").where({ id }).delete();
    },
  };
}
