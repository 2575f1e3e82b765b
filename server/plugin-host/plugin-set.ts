import { isDeepStrictEqual } from "node:util";
import { checkTogether } from "./discovery/check-together.ts";
import {
  type BrokenPlugin,
  type FoundPlugin,
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
import type { PluginSettings, PluginSettingsStore } from "./settings/plugin-settings-store.ts";
import { type SecretBox, sealSecrets } from "./settings/secret-box.ts";
import { isSetUpBy } from "./settings/settings-schema.ts";

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
  /** Reads code and settings again. Answers the ids of what is not as it was. */
  load(): Promise<readonly string[]>;
  /** Reads the settings again. Answers the ids of the plugins that are not as they were. */
  readSettings(): Promise<readonly string[]>;
}

export function createPluginSet(options: PluginSetOptions): PluginSet {
  let found: readonly FoundPlugin[] = [];
  let hosted: ReadonlyMap<string, HostedPlugin> = new Map();
  let broken: ReadonlyMap<string, BrokenPlugin> = new Map();
  let stored: ReadonlyMap<string, PluginSettings> = new Map();

  async function host(one: LoadedPlugin): Promise<HostedPlugin> {
    const before = hosted.get(one.id);
    const isSame = before?.url === one.url && before.script?.build === one.script?.build;
    return isSame ? before : hostPlugin(one, await chosenFor(one, stored.get(one.id), options), options.gates);
  }

  async function load(): Promise<readonly string[]> {
    const before = hosted;
    found = checkTogether(await options.read(options.named()));
    const changed = await readSettings();
    const all = await Promise.all(found.filter(isLoaded).map(host));
    hosted = new Map(all.map((one) => [one.id, one]));
    for (const one of before.values())
      if (hosted.get(one.id)?.url !== one.url) await one.isolated?.[Symbol.asyncDispose]();
    const ids = new Set([...before.keys(), ...hosted.keys()]);
    return [...new Set([...changed, ...[...ids].filter((id) => before.get(id) !== hosted.get(id))])];
  }

  /** Answers the ids of those that are broken in another way than before, or no longer. */
  function findBroken(): readonly string[] {
    const before = broken;
    const unusable = [...found.filter((one): one is BrokenPlugin => !isLoaded(one)), ...goneFrom(found, stored)];
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
      Object.assign(one, await chosenFor(one, fresh.get(one.id), options));
      if (one.enabled !== enabled || !isDeepStrictEqual(one.settings, settings)) changed.push(one.id);
    }
    stored = fresh;
    return [...changed, ...findBroken()];
  }

  return {
    hosted: () => hosted,
    broken: () => broken,
    load,
    readSettings,
    async [Symbol.asyncDispose]() {
      await Promise.all([...hosted.values()].map((one) => one.isolated?.[Symbol.asyncDispose]()));
    },
  };
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

/** The settings that are kept for a plugin; what was brought to a newer `configVersion` is kept so. */
async function chosenFor(
  loaded: LoadedPlugin,
  stored: PluginSettings | undefined,
  { named, secrets, settings: store, gates }: PluginSetOptions,
): Promise<ChosenSettings> {
  const { id, plugin } = loaded;
  const names = named();
  const schema = configSchemaOf(plugin);
  const isNamed = names.includes(id) || (loaded.package !== null && names.includes(loaded.package));
  const atFirst = isNamed || isSetUpBy(schema, gates.environment);
  const configVersion = plugin.configVersion ?? 1;
  if (!stored) return { enabled: atFirst, settings: {}, configVersion, settingsDefect: null };
  const kept = await keptSettings(plugin, schema, { stored, box: secrets });
  if (kept.configVersion !== stored.configVersion) {
    const config = sealSecrets(schema, kept.settings, secrets);
    await store.write({ ...stored, config, configVersion: kept.configVersion });
  }
  return {
    enabled: stored.enabled,
    settings: kept.settings,
    configVersion: kept.configVersion,
    settingsDefect: kept.defect,
  };
}
