import type { Plugin } from "../../plugin-api/define-plugin.ts";
import type { IsolatedPlugin } from "../isolation/plugin-thread.ts";

/** Why a plugin cannot be used, as a sentence for the administrator. */
export interface PluginDefect {
  readonly fr: string;
  readonly en: string;
}

/** What one folder of the plugin directory, or one package, turned out to hold. */
export type FoundPlugin = LoadedPlugin | BrokenPlugin;

/** One plugin as it lies on the disk: what is installed, and its next version where one lies beside it. */
export interface FoundVersions {
  readonly installed: FoundPlugin;
  readonly next: FoundPlugin | null;
}

/** A plugin whose code is loaded and whose declaration was checked. */
export interface LoadedPlugin {
  readonly id: string;
  readonly plugin: Plugin;
  /** Its built back-office script, if it has one. */
  readonly script: PluginScript | null;
  /** Address of the module that it was loaded from: another one after each build. */
  readonly url: string;
  /** The npm package that it comes from; null for a folder of `plugins/`. */
  readonly package: string | null;
  /** Where it runs, when not in the office's own process. */
  readonly isolated: IsolatedPlugin | null;
}

/** The built back-office part of a plugin. */
export interface PluginScript {
  readonly file: string;
  /** Another one after each build. */
  readonly build: string;
}

/** One that cannot be used, and why. */
export interface BrokenPlugin {
  readonly id: string;
  readonly defect: PluginDefect;
  /** Nothing is left of it but its settings. */
  readonly isGone?: true;
}

/** Tells the two apart. */
export const isLoaded = (found: FoundPlugin): found is LoadedPlugin => "plugin" in found;
