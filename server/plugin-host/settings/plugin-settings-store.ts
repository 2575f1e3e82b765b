import type { JsonObject } from "../../plugin-api/json.ts";

/** What an administrator chose for one plugin. */
export interface PluginSettings extends VersionedConfig {
  readonly id: string;
  readonly enabled: boolean;
  /** The version that is in force as long as it is there; null for the one that is installed. */
  readonly version: string | null;
  /** The settings as they were before a newer `configVersion`, for when the older version of the plugin is back. */
  readonly earlier: VersionedConfig | null;
}

/** Settings, and the version of their shape. */
export interface VersionedConfig {
  /** As typed, without the defaults of the plugin's schema, secrets sealed. */
  readonly config: JsonObject;
  /** The plugin's `configVersion` that `config` was written for. */
  readonly configVersion: number;
}

/** The settings once they are changed: what an older version of the plugin could use is kept. */
export function settingsAfter(
  before: VersionedConfig & Pick<PluginSettings, "earlier">,
  changed: Omit<PluginSettings, "earlier">,
): PluginSettings {
  const { config, configVersion, earlier } = before;
  const older = [{ config, configVersion }, earlier].find((one) => one && one.configVersion < changed.configVersion);
  return { ...changed, earlier: older ?? null };
}

/** Those of the settings that a plugin of this `configVersion` goes on from. */
export function settingsFor(stored: PluginSettings, configVersion: number): VersionedConfig {
  const { earlier } = stored;
  return stored.configVersion > configVersion && earlier?.configVersion === configVersion ? earlier : stored;
}

/** Keeps the settings of the plugins. A plugin that was never touched has none. */
export interface PluginSettingsStore {
  read(): Promise<readonly PluginSettings[]>;
  write(settings: PluginSettings): Promise<void>;
  /** As if it had never been touched. */
  remove(id: string): Promise<void>;
}
