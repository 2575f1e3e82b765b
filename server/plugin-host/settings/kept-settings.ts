import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Plugin } from "../../plugin-api/define-plugin.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { PluginDefect } from "../discovery/found-plugin.ts";
import { type PluginSettings, settingsFor } from "./plugin-settings-store.ts";
import { lostSecrets, openSecrets, type SecretBox } from "./secret-box.ts";

/** The settings of a plugin as it starts with them. */
export interface KeptSettings {
  /** As chosen, without defaults, secrets open. */
  readonly settings: JsonObject;
  /** What they were written for: the plugin's own version, unless bringing them there failed. */
  readonly configVersion: number;
  /** Why they cannot be used as they are. */
  readonly defect: PluginDefect | null;
}

/** Opens what is stored, and brings it to the plugin's `configVersion`. What fails leaves the old settings as they were. */
export async function keptSettings(
  plugin: Plugin,
  schema: DataSchema,
  { stored, box }: { readonly stored: PluginSettings; readonly box: SecretBox },
): Promise<KeptSettings> {
  const wanted = plugin.configVersion ?? 1;
  const { config, configVersion } = settingsFor(stored, wanted);
  const settings = openSecrets(schema, config, box);
  const [lost] = lostSecrets(settings);
  if (lost !== undefined) return { settings, configVersion, defect: sealed(lost) };
  if (configVersion === wanted || !plugin.migrateConfig) return { settings, configVersion, defect: null };
  try {
    if (configVersion > wanted) return { settings, configVersion, defect: null };
    return { settings: await plugin.migrateConfig(settings, configVersion), configVersion: wanted, defect: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { settings, configVersion, defect: notMigrated(wanted, why) };
  }
}

const sealed = (field: string): PluginDefect => ({
  fr: `son secret « ${field} » a été enregistré avec une autre clé (SESSION_SECRET) : saisissez-le à nouveau.`,
  en: `its secret “${field}” was kept under another key (SESSION_SECRET): type it again.`,
});

const notMigrated = (version: number, why: string): PluginDefect => ({
  fr: `ses réglages n’ont pas pu passer à la version ${version} (${why}). Les anciens sont gardés : vérifiez-les et enregistrez.`,
  en: `its settings could not be brought to version ${version} (${why}). The old ones are kept: check them and save.`,
});
