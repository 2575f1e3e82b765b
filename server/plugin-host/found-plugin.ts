import type { Plugin } from "../plugin-api/define-plugin.ts";

/** Why a plugin cannot be used, as a sentence for the administrator. */
export interface PluginDefect {
  readonly fr: string;
  readonly en: string;
}

/** What one folder of the plugin directory turned out to hold. */
export type FoundPlugin = LoadedPlugin | BrokenPlugin;

export interface LoadedPlugin {
  readonly id: string;
  readonly plugin: Plugin;
  /** Path of its built back-office script, if it has one. */
  readonly script: string | null;
}

export interface BrokenPlugin {
  readonly id: string;
  readonly defect: PluginDefect;
}

export const isLoaded = (found: FoundPlugin): found is LoadedPlugin => "plugin" in found;
