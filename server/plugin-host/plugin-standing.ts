import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import { inLanguage, type Text } from "../plugin-api/text.ts";
import type { PluginDefect } from "./discovery/found-plugin.ts";
import type { HostedPlugin } from "./hosted-plugin.ts";
import { withDefaults } from "./settings/settings-schema.ts";

/** Whether a loaded plugin is in force, and if not although it is switched on, why. */
export type Standing =
  | { readonly status: "active" | "disabled" }
  | { readonly status: "waiting"; readonly reason: PluginDefect };

/**
 * Works out who is in force. A plugin waits while its settings do not fit its schema or while one that it needs is
 * not in force. `hosted` lists each plugin after those that it needs.
 */
export function standings(
  hosted: ReadonlyMap<string, HostedPlugin>,
  validator: SchemaValidator,
): ReadonlyMap<string, Standing> {
  const all = new Map<string, Standing>();
  for (const one of hosted.values()) {
    if (!one.enabled) {
      all.set(one.id, { status: "disabled" });
      continue;
    }
    const reason = one.settingsDefect ?? settingsReason(one, validator) ?? dependencyReason(one, hosted, all);
    all.set(one.id, reason ? { status: "waiting", reason } : { status: "active" });
  }
  return all;
}

/** What is wrong with these settings once defaults are filled in, by dotted field. */
export function settingsErrors(
  one: HostedPlugin,
  settings: JsonObject,
  validator: SchemaValidator,
): { readonly [field: string]: Text } {
  const schema = one.configSchema;
  const value = withDefaults(schema, settings, one.environment);
  const english = validator.check(schema, value, "en");
  return Object.fromEntries(
    validator
      .check(schema, value, "fr")
      .map(({ path, message }, n) => [path, { fr: message, en: english[n]?.message ?? message }]),
  );
}

function settingsReason(one: HostedPlugin, validator: SchemaValidator): PluginDefect | null {
  const [wrong] = Object.entries(settingsErrors(one, one.settings, validator));
  if (!wrong) return null;
  const [field, message] = wrong;
  return {
    fr: `ses réglages sont à corriger : ${field} ${inLanguage(message, "fr")}`,
    en: `its settings need to be corrected: ${field} ${inLanguage(message, "en")}`,
  };
}

function dependencyReason(
  one: HostedPlugin,
  hosted: ReadonlyMap<string, HostedPlugin>,
  earlier: ReadonlyMap<string, Standing>,
): PluginDefect | null {
  const missing = Object.keys(one.plugin.dependencies ?? {}).find((id) => earlier.get(id)?.status !== "active");
  if (missing === undefined) return null;
  const title = hosted.get(missing)?.plugin.title ?? missing;
  return {
    fr: `elle a besoin de « ${inLanguage(title, "fr")} », qui n’est pas en service.`,
    en: `it needs “${inLanguage(title, "en")}”, which is not in force.`,
  };
}
