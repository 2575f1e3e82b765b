import { isDeepStrictEqual } from "node:util";
import { type BesideVersion, chooseVersions } from "./discovery/choose-versions.ts";
import {
  type BrokenPlugin,
  type FoundPlugin,
  type FoundVersions,
  isLoaded,
  type LoadedPlugin,
  type PluginDefect,
} from "./discovery/found-plugin.ts";
import type { PluginReader } from "./discovery/read-plugins.ts";
import {
  type ChosenSettings,
  configSchemaOf,
  type GateOptions,
  type HostedPlugin,
  hostPlugin,
} from "./hosted-plugin.ts";
import { keptSettings } from "./settings/kept-settings.ts";
import { type PluginSettings, type PluginSettingsStore, settingsAfter } from "./settings/plugin-settings-store.ts";
import { type SecretBox, sealSecrets } from "./settings/secret-box.ts";
import { isSetUpBy } from "./settings/settings-schema.ts";

/** Where plugins and their settings are read from. */
export interface PluginSetOptions {
  readonly read: PluginReader;
  readonly settings: PluginSettingsStore;
  readonly secrets: SecretBox;
  readonly named: () => readonly string[];
  readonly gates: GateOptions;
}

/** The plugins that are installed, with their settings: those that are loaded, each after those that it needs, and those that cannot be. */
export interface PluginSet extends AsyncDisposable {
  hosted(): ReadonlyMap<string, HostedPlugin>;
  broken(): ReadonlyMap<string, BrokenPlugin>;
  /** The version beside the one in force, of the plugins that have two. */
  beside(): ReadonlyMap<string, HostedBeside>;
  /** What is stored for a plugin; undefined for one that nobody decided about. */
  settingsOf(id: string): PluginSettings | undefined;
  /** Reads code and settings again. Returns the ids of what is not as it was. */
  load(): Promise<readonly string[]>;
  /** Reads the settings again. Returns the ids of the plugins that are not as they were. */
  readSettings(): Promise<readonly string[]>;
}

/** A version that is not in force, with the settings that it would have. */
export interface HostedBeside {
  readonly plugin: HostedPlugin | BrokenPlugin;
  readonly isNext: boolean;
}

/** Empty until it is loaded. */
export function createPluginSet(options: PluginSetOptions): PluginSet {
  let installed: readonly FoundVersions[] = [];
  let inForce: readonly FoundPlugin[] = [];
  let beside: ReadonlyMap<string, HostedBeside> = new Map();
  let hosted: ReadonlyMap<string, HostedPlugin> = new Map();
  let broken: ReadonlyMap<string, BrokenPlugin> = new Map();
  let stored: ReadonlyMap<string, PluginSettings> = new Map();

  async function host(one: LoadedPlugin): Promise<HostedPlugin> {
    const before = hosted.get(one.id);
    const isSame = before?.url === one.url && before.script?.build === one.script?.build;
    return isSame ? before : hostPlugin(one, await chosenAndKept(one, stored.get(one.id), options), options.gates);
  }

  async function hostBeside({ plugin, isNext }: BesideVersion): Promise<HostedBeside> {
    if (!isLoaded(plugin)) return { plugin, isNext };
    const chosen = await chosenFor(plugin, stored.get(plugin.id), options);
    return { plugin: hostPlugin(plugin, chosen, options.gates), isNext };
  }

  async function load(): Promise<readonly string[]> {
    const before = installed.flatMap(threadsOf);
    installed = await options.read(options.named());
    const changed = await readSettings();
    const left = new Set(installed.flatMap(threadsOf));
    for (const thread of before) if (!left.has(thread)) await thread[Symbol.asyncDispose]();
    return changed;
  }

  /** Puts in force what is chosen. Returns the ids of what is not as it was. */
  async function arrange(): Promise<readonly string[]> {
    const before = { hosted, beside };
    const chosen = chooseVersions(installed, {
      version: (id) => stored.get(id)?.version ?? null,
      isEnabled: (one) => stored.get(one.id)?.enabled ?? isOnAtFirst(one, options),
    });
    inForce = chosen.inForce;
    const all = await Promise.all(inForce.filter(isLoaded).map(host));
    const others = await Promise.all([...chosen.beside].map(async ([id, one]) => [id, await hostBeside(one)] as const));
    hosted = new Map(all.map((one) => [one.id, one]));
    beside = new Map(others);
    const ids = new Set([...before.hosted.keys(), ...hosted.keys(), ...before.beside.keys(), ...beside.keys()]);
    const isOther = (id: string) =>
      before.hosted.get(id) !== hosted.get(id) || !isSameBeside(before.beside.get(id), beside.get(id));
    return [...ids].filter(isOther);
  }

  /** Returns the ids of those that are broken in another way than before, or no longer. */
  function findBroken(): readonly string[] {
    const before = broken;
    const unusable = [...inForce.filter((one): one is BrokenPlugin => !isLoaded(one)), ...goneFrom(inForce, stored)];
    broken = new Map(unusable.map((one) => [one.id, one]));
    const isOther = (id: string) => before.get(id)?.defect.en !== broken.get(id)?.defect.en;
    const ids = [...new Set([...before.keys(), ...broken.keys()])].filter(isOther);
    for (const id of ids) {
      const why = broken.get(id)?.defect.en;
      if (why !== undefined) options.gates.log(`The plugin “${id}” cannot be used: ${why}`, { plugin: id });
    }
    return ids;
  }

  async function readSettings(): Promise<readonly string[]> {
    const fresh = await readStored(options.settings);
    const changed: string[] = [];
    for (const one of hosted.values()) {
      const kept = fresh.get(one.id);
      // One that nobody decided about follows what the office names.
      if (kept !== undefined && isDeepStrictEqual(kept, stored.get(one.id))) continue;
      const { enabled, settings } = one;
      Object.assign(one, await chosenAndKept(one, kept, options));
      if (one.enabled !== enabled || !isDeepStrictEqual(one.settings, settings)) changed.push(one.id);
    }
    stored = fresh;
    return [...new Set([...changed, ...(await arrange()), ...findBroken()])];
  }

  return {
    hosted: () => hosted,
    broken: () => broken,
    beside: () => beside,
    settingsOf: (id) => stored.get(id),
    load,
    readSettings,
    async [Symbol.asyncDispose]() {
      await Promise.all(installed.flatMap(threadsOf).map((thread) => thread[Symbol.asyncDispose]()));
    },
  };
}

function threadsOf({ installed, next }: FoundVersions) {
  return [installed, next].flatMap((one) => (one && isLoaded(one) && one.isolated ? [one.isolated] : []));
}

function isSameBeside(one: HostedBeside | undefined, other: HostedBeside | undefined): boolean {
  const markOf = ({ plugin }: HostedBeside) => ("url" in plugin ? plugin.url : plugin.defect.en);
  return (one && markOf(one)) === (other && markOf(other));
}

async function readStored(store: PluginSettingsStore): Promise<ReadonlyMap<string, PluginSettings>> {
  return new Map((await store.read()).map((settings) => [settings.id, settings]));
}

/** What an administrator switched on or set up once, and that is no longer there. */
function goneFrom(found: readonly FoundPlugin[], stored: ReadonlyMap<string, PluginSettings>): readonly BrokenPlugin[] {
  const there = new Set(found.map(({ id }) => id));
  return [...stored.values()]
    .filter(({ id, enabled }) => enabled && !there.has(id))
    .map(({ id }) => ({ id, defect: gone, isGone: true }));
}

const gone: PluginDefect = {
  fr: "elle était en service, et elle n’est plus ni dans plugins/ ni parmi les paquets npm. Réinstallez-la, ou retirez-la de cette liste.",
  en: "it was in force, and it is no longer in plugins/ nor among the npm packages. Install it again, or take it off this list.",
};

/** The settings of a plugin; what was brought to a newer `configVersion` is kept so. */
async function chosenAndKept(
  loaded: LoadedPlugin,
  stored: PluginSettings | undefined,
  options: PluginSetOptions,
): Promise<ChosenSettings> {
  const chosen = await chosenFor(loaded, stored, options);
  const { settings, configVersion } = chosen;
  if (stored && configVersion > stored.configVersion) {
    const config = sealSecrets(configSchemaOf(loaded.plugin), settings, options.secrets);
    await options.settings.write(settingsAfter(stored, { ...stored, config, configVersion }));
  }
  return chosen;
}

/** The settings that a plugin has, or would have were it in force. */
async function chosenFor(
  loaded: LoadedPlugin,
  stored: PluginSettings | undefined,
  options: PluginSetOptions,
): Promise<ChosenSettings> {
  const { plugin } = loaded;
  const configVersion = plugin.configVersion ?? 1;
  if (!stored) return { enabled: isOnAtFirst(loaded, options), settings: {}, configVersion, settingsDefect: null };
  const kept = await keptSettings(plugin, configSchemaOf(plugin), { stored, box: options.secrets });
  return {
    enabled: stored.enabled,
    settings: kept.settings,
    configVersion: kept.configVersion,
    settingsDefect: kept.defect,
  };
}

/** Before any administrator decided about it: the office names it, or the environment sets it up. */
function isOnAtFirst({ id, plugin, package: from }: LoadedPlugin, { named, gates }: PluginSetOptions): boolean {
  const names = named();
  const isNamed = names.includes(id) || (from !== null && names.includes(from));
  return isNamed || isSetUpBy(configSchemaOf(plugin), gates.environment);
}
