import type { JsonObject } from "../../plugin-api/json.ts";

/** What an administrator chose for one plugin. */
export interface PluginSettings {
  readonly id: string;
  readonly enabled: boolean;
  /** As typed, without the defaults of the plugin's schema, secrets sealed. */
  readonly config: JsonObject;
  /** The plugin's `configVersion` that `config` was written for. */
  readonly configVersion: number;
}

/** Keeps the settings of the plugins. A plugin that was never touched has none. */
export interface PluginSettingsStore {
  read(): Promise<readonly PluginSettings[]>;
  write(settings: PluginSettings): Promise<void>;
  /** As if it had never been touched. */
  remove(id: string): Promise<void>;
}
