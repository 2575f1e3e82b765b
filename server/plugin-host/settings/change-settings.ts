import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { HostedPlugin } from "../hosted-plugin.ts";
import {
  brokenPlugin,
  invalidPluginConfig,
  unfitPluginVersion,
  unknownPlugin,
  unknownPluginVersion,
} from "../plugin-errors.ts";
import type { PluginChange } from "../plugin-host.ts";
import type { PluginSet } from "../plugin-set.ts";
import { settingsErrors } from "../plugin-standing.ts";
import { type PluginSettings, settingsAfter } from "./plugin-settings-store.ts";
import { type SecretBox, sealSecrets } from "./secret-box.ts";
import { mergeSettings, withoutBlankSecrets } from "./settings-schema.ts";

/** The loaded plugin of that id. @throws DomainError `unknown-plugin`, `plugin-broken`. */
export function hostedIn(set: PluginSet, id: string): HostedPlugin {
  const one = set.hosted().get(id);
  if (one) return one;
  const broken = set.broken().get(id);
  throw broken ? brokenPlugin(id, broken.defect) : unknownPlugin(id);
}

/**
 * What is to be kept for a plugin after a change.
 *
 * @throws DomainError `unknown-plugin`, `plugin-broken`, `unknown-plugin-version`, `plugin-version-unfit`, `plugin-config`.
 */
export function changedSettings(
  set: PluginSet,
  { id, change }: { readonly id: string; readonly change: PluginChange },
  { secrets, validator }: { readonly secrets: SecretBox; readonly validator: SchemaValidator },
): PluginSettings {
  const { plugin: one, version } = meant(set, id, change);
  // A package that is broken is listed by its name: the choice is kept under the plugin's own.
  const before = set.settingsOf(one.id) ?? untouched(one);
  const next = { ...before, enabled: change.enabled ?? before.enabled, version };
  if (!change.config) {
    if (version !== before.version) requireFit(one, validator);
    return next;
  }
  const { configSchema } = one;
  const settings = mergeSettings(configSchema, one.settings, withoutBlankSecrets(configSchema, change.config));
  const errors = settingsErrors(one, settings, validator);
  if (Object.keys(errors).length > 0) throw invalidPluginConfig(errors);
  const config = sealSecrets(configSchema, settings, secrets);
  return settingsAfter(before, { ...next, config, configVersion: one.plugin.configVersion ?? 1 });
}

/** The version that is changed, and what is to be kept of the choice. */
function meant(set: PluginSet, id: string, { version }: PluginChange) {
  const now = set.hosted().get(id);
  const beside = set.beside().get(id);
  if (version === undefined || version === now?.plugin.version) {
    return { plugin: hostedIn(set, id), version: set.settingsOf(id)?.version ?? null };
  }
  if (!beside) throw now || set.broken().has(id) ? unknownPluginVersion(id, version) : unknownPlugin(id);
  const { plugin, isNext } = beside;
  if ("defect" in plugin) throw unfitPluginVersion(id, plugin.defect);
  if (plugin.plugin.version !== version) throw unknownPluginVersion(id, version);
  return { plugin, version: isNext ? version : null };
}

/** A version is not put in force with settings that it cannot use. */
function requireFit(one: HostedPlugin, validator: SchemaValidator): void {
  if (one.settingsDefect) throw unfitPluginVersion(one.id, one.settingsDefect);
  const errors = settingsErrors(one, one.settings, validator);
  if (Object.keys(errors).length > 0) throw invalidPluginConfig(errors);
}

/** As the office has a plugin that nobody decided about. */
function untouched({ id, enabled, configVersion }: HostedPlugin): PluginSettings {
  return { id, enabled, config: {}, configVersion, version: null, earlier: null };
}
