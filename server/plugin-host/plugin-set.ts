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
  return new ReadPlugins(options);
}

class ReadPlugins implements PluginSet {
  readonly #options: PluginSetOptions;
  #installed: readonly FoundVersions[] = [];
  #inForce: readonly FoundPlugin[] = [];
  #beside: ReadonlyMap<string, HostedBeside> = new Map();
  #hosted: ReadonlyMap<string, HostedPlugin> = new Map();
  #broken: ReadonlyMap<string, BrokenPlugin> = new Map();
  #stored: ReadonlyMap<string, PluginSettings> = new Map();

  constructor(options: PluginSetOptions) {
    this.#options = options;
  }

  hosted(): ReadonlyMap<string, HostedPlugin> {
    return this.#hosted;
  }

  broken(): ReadonlyMap<string, BrokenPlugin> {
    return this.#broken;
  }

  beside(): ReadonlyMap<string, HostedBeside> {
    return this.#beside;
  }

  settingsOf(id: string): PluginSettings | undefined {
    return this.#stored.get(id);
  }

  async load(): Promise<readonly string[]> {
    const before = this.#installed.flatMap(threadsOf);
    this.#installed = await this.#options.read(this.#options.named());
    const changed = await this.readSettings();
    const left = new Set(this.#installed.flatMap(threadsOf));
    for (const thread of before) if (!left.has(thread)) await thread[Symbol.asyncDispose]();
    return changed;
  }

  async readSettings(): Promise<readonly string[]> {
    const fresh = await readStored(this.#options.settings);
    const changed: string[] = [];
    for (const one of this.#hosted.values()) {
      const kept = fresh.get(one.id);
      // One that nobody decided about follows what the office names.
      if (kept !== undefined && isDeepStrictEqual(kept, this.#stored.get(one.id))) continue;
      const { enabled, settings } = one;
      Object.assign(one, await chosenAndKept(one, kept, this.#options));
      if (one.enabled !== enabled || !isDeepStrictEqual(one.settings, settings)) changed.push(one.id);
    }
    this.#stored = fresh;
    return [...new Set([...changed, ...(await this.#arrange()), ...this.#findBroken()])];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#installed.flatMap(threadsOf).map((thread) => thread[Symbol.asyncDispose]()));
  }

  async #host(one: LoadedPlugin): Promise<HostedPlugin> {
    const before = this.#hosted.get(one.id);
    const isSame = before?.url === one.url && before.script?.build === one.script?.build;
    if (isSame) return before;
    return hostPlugin(one, await chosenAndKept(one, this.#stored.get(one.id), this.#options), this.#options.gates);
  }

  async #hostBeside({ plugin, isNext }: BesideVersion): Promise<HostedBeside> {
    if (!isLoaded(plugin)) return { plugin, isNext };
    const chosen = await chosenFor(plugin, this.#stored.get(plugin.id), this.#options);
    return { plugin: hostPlugin(plugin, chosen, this.#options.gates), isNext };
  }

  /** Puts in force what is chosen. Returns the ids of what is not as it was. */
  async #arrange(): Promise<readonly string[]> {
    const before = { hosted: this.#hosted, beside: this.#beside };
    const chosen = chooseVersions(this.#installed, {
      version: (id) => this.#stored.get(id)?.version ?? null,
      isEnabled: (one) => this.#stored.get(one.id)?.enabled ?? isOnAtFirst(one, this.#options),
    });
    this.#inForce = chosen.inForce;
    const all = await Promise.all(this.#inForce.filter(isLoaded).map((one) => this.#host(one)));
    const others = await Promise.all(
      [...chosen.beside].map(async ([id, one]) => [id, await this.#hostBeside(one)] as const),
    );
    const hosted = new Map(all.map((one) => [one.id, one]));
    const beside = new Map(others);
    this.#hosted = hosted;
    this.#beside = beside;
    const ids = new Set([...before.hosted.keys(), ...hosted.keys(), ...before.beside.keys(), ...beside.keys()]);
    const isOther = (id: string) =>
      before.hosted.get(id) !== hosted.get(id) || !isSameBeside(before.beside.get(id), beside.get(id));
    return [...ids].filter(isOther);
  }

  /** Returns the ids of those that are broken in another way than before, or no longer. */
  #findBroken(): readonly string[] {
    const before = this.#broken;
    const unusable = [
      ...this.#inForce.filter((one): one is BrokenPlugin => !isLoaded(one)),
      ...goneFrom(this.#inForce, this.#stored),
    ];
    const broken = new Map(unusable.map((one) => [one.id, one]));
    this.#broken = broken;
    const isOther = (id: string) => before.get(id)?.defect.en !== broken.get(id)?.defect.en;
    const ids = [...new Set([...before.keys(), ...broken.keys()])].filter(isOther);
    for (const id of ids) {
      const why = broken.get(id)?.defect.en;
      if (why !== undefined) this.#options.gates.log(`The plugin “${id}” cannot be used: ${why}`, { plugin: id });
    }
    return ids;
  }
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
