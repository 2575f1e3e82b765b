import type { PublishedType } from "../domain/definitions/published-type.ts";
import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { RecordAccess } from "../plugin-api/contributions.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import type { PluginHost } from "./plugin-host.ts";
import type { PluginSettingsStore } from "./plugin-settings-store.ts";

export interface PluginHostOptions {
  /** Holds `<id>/plugin.mjs` and, for those with pages, `<id>/admin.js`. */
  readonly directory: string;
  readonly settings: PluginSettingsStore;
  /** Plugins that are in force as long as no administrator decided otherwise: those that the office names. */
  readonly enabledAtFirst: (pluginId: string) => boolean;
  readonly validator: SchemaValidator;
  /** UTC ISO-8601. */
  readonly clock: () => string;
  /** IANA name of the office's time zone. */
  readonly timeZone: string;
  /** Asked for at each call, because the store is opened after the plugins are known. */
  readonly records: () => RecordAccess;
  /** The types in force, for `impact`. */
  readonly types: () => readonly PublishedType[];
  readonly log: (message: string, details: JsonObject) => void;
}

/** Loads every built plugin of the directory. One that cannot be loaded is listed with its reason and stops no other. */
export function createPluginHost(options: PluginHostOptions): Promise<PluginHost> {
  throw new Error(`Not built yet: ${options.directory}`);
}
