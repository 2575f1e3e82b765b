import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Database } from "../database.ts";

interface PluginRow {
  readonly id: string;
  /** SQLite answers 1 and 0. */
  readonly enabled: boolean | number;
  readonly config: string;
  readonly config_version: number;
  readonly version: string | null;
  readonly earlier: string | null;
}

/** What an administrator chose for one plugin; satisfies the plugin host's port of that name. */
export interface StoredPluginSettings extends StoredConfig {
  readonly id: string;
  readonly enabled: boolean;
  readonly version: string | null;
  readonly earlier: StoredConfig | null;
}

interface StoredConfig {
  readonly config: JsonObject;
  readonly configVersion: number;
}

/** Keeps the settings of the plugins in a table. */
export function createPluginSettingsStore(database: Database) {
  return {
    async read(): Promise<readonly StoredPluginSettings[]> {
      const rows = await database.reading<PluginRow>("plugins").orderBy("id");
      return rows.map(({ id, enabled, config, config_version, version, earlier }) => ({
        id,
        enabled: Boolean(enabled),
        config: JSON.parse(config) as JsonObject,
        configVersion: config_version,
        version,
        earlier: earlier === null ? null : (JSON.parse(earlier) as StoredConfig),
      }));
    },
    async write({ id, enabled, config, configVersion, version, earlier }: StoredPluginSettings): Promise<void> {
      const row: PluginRow = {
        id,
        enabled,
        config: JSON.stringify(config),
        config_version: configVersion,
        version,
        earlier: earlier && JSON.stringify(earlier),
      };
      await database.knex<PluginRow>("plugins").insert(row).onConflict("id").merge();
    },
    async remove(id: string): Promise<void> {
      await database.knex<PluginRow>("plugins").where({ id }).delete();
    },
  };
}
