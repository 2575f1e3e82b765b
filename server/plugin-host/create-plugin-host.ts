import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import type { PublishedType } from "../domain/definitions/published-type.ts";
import type { RecordAccess } from "../plugin-api/contributions.ts";
import { checkTogether } from "./check-together.ts";
import { fieldLabels, type StaffMember } from "./field-labels.ts";
import { type BrokenPlugin, type FoundPlugin, isLoaded } from "./found-plugin.ts";
import { hostedGuard } from "./hosted-contributions.ts";
import { type GateOptions, type HostedPlugin, hostPlugin } from "./hosted-plugin.ts";
import { inForceOf } from "./in-force.ts";
import { brokenPlugin, invalidPluginConfig, unknownPlugin } from "./plugin-errors.ts";
import type { PluginHost } from "./plugin-host.ts";
import { impactOf } from "./plugin-impact.ts";
import { listingOfBroken, listingOfHosted } from "./plugin-listing.ts";
import type { PluginSettingsStore } from "./plugin-settings-store.ts";
import { type Standing, settingsErrors, standings } from "./plugin-standing.ts";
import { readPlugin } from "./read-plugin.ts";
import { mergeSettings } from "./settings-schema.ts";

export interface PluginHostOptions extends Omit<GateOptions, "elapsed" | "labels"> {
  /** Holds `<id>/plugin.mjs` and, for those with pages, `<id>/admin.js`. */
  readonly directory: string;
  readonly settings: PluginSettingsStore;
  /** Plugins that are in force as long as no administrator decided otherwise: those that the office names. */
  readonly enabledAtFirst: (pluginId: string) => boolean;
  /** The types in force, for labels and `impact`. */
  readonly types: () => readonly PublishedType[];
  /** Who works here, by name. */
  readonly staff?: () => Promise<readonly StaffMember[]>;
  /** Milliseconds that only grow; the process's own clock without it. */
  readonly elapsed?: () => number;
}

/** Loads every built plugin of the directory. One that cannot be loaded is listed with its reason and stops no other. */
export async function createPluginHost(options: PluginHostOptions): Promise<PluginHost> {
  let access: RecordAccess | undefined;
  const gates: GateOptions = {
    ...options,
    elapsed: options.elapsed ?? (() => performance.now()),
    // One for all calls: what a plugin keeps in memory about the records is kept by it.
    records: () => {
      access ??= options.records();
      return access;
    },
    labels: (type, field, language) =>
      fieldLabels({ types: options.types, staff: options.staff ?? (async () => []) }, { type, field, language }),
  };
  const { hosted, broken } = await load(options, gates);
  const listeners = new Set<(pluginId: string) => void>();
  let standing = standings(hosted, options.validator);
  let inForce = inForceOf(hosted, standing, gates);
  let changing: Promise<unknown> = Promise.resolve();

  const guards = Object.fromEntries(
    [...hosted.values()].flatMap((one) =>
      Object.keys(one.plugin.guards ?? {}).map((id) => [
        id,
        hostedGuard(one, id, () => standing.get(one.id)?.status === "active"),
      ]),
    ),
  );

  function find(id: string): HostedPlugin {
    const one = hosted.get(id);
    if (one) return one;
    const brokenOne = broken.get(id);
    throw brokenOne ? brokenPlugin(id, brokenOne.defect) : unknownPlugin(id);
  }

  const configure: PluginHost["configure"] = async (id, change, language) => {
    const one = find(id);
    const config = mergeSettings(one.settings, change.config ?? {});
    const errors = change.config ? settingsErrors(one, config, options.validator) : {};
    if (Object.keys(errors).length > 0) throw invalidPluginConfig(errors);
    const enabled = change.enabled ?? one.enabled;
    await options.settings.write({ id, enabled, config });
    one.enabled = enabled;
    one.settings = config;
    standing = standings(hosted, options.validator);
    inForce = inForceOf(hosted, standing, gates);
    for (const listener of listeners) listener(id);
    return listingOfHosted(one, standingOf(standing, id), language);
  };

  return {
    guards: () => guards,
    actions: () => inForce.actions,
    types: () => inForce.types,
    matchers: () => inForce.matchers,
    reports: () => inForce.reports,
    importers: () => inForce.importers,
    samples: () => inForce.samples,
    pages: () => inForce.pages,
    widgets: () => inForce.widgets,
    scripts: () => inForce.scripts,
    list: (language) =>
      [
        ...[...hosted.values()].map((one) => listingOfHosted(one, standingOf(standing, one.id), language)),
        ...[...broken.values()].map((one) => listingOfBroken(one, language)),
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    configure(id, change, language) {
      // One after the other: a change is merged into what the one before it left.
      const changed = changing.then(() => configure(id, change, language));
      changing = changed.catch(() => undefined);
      return changed;
    },
    async impact(id, language) {
      const dependents = [...hosted.values()]
        .filter((one) => one.plugin.dependencies?.[id] && standing.get(one.id)?.status === "active")
        .map((one) => one.id);
      return impactOf(find(id), { types: options.types(), records: gates.records(), dependents, language });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function load(options: PluginHostOptions, gates: GateOptions) {
  const found = checkTogether(await findPlugins(options.directory));
  const chosen = new Map((await options.settings.read()).map((settings) => [settings.id, settings]));
  const hosted = new Map<string, HostedPlugin>();
  const broken = new Map<string, BrokenPlugin>();
  for (const one of found) {
    if (!isLoaded(one)) {
      broken.set(one.id, one);
      options.log(`The plugin “${one.id}” cannot be used: ${one.defect.en}`, { plugin: one.id });
      continue;
    }
    const { enabled = options.enabledAtFirst(one.id), config = {} } = chosen.get(one.id) ?? {};
    hosted.set(one.id, hostPlugin(one, { enabled, config }, gates));
  }
  return { hosted, broken };
}

async function findPlugins(directory: string): Promise<readonly FoundPlugin[]> {
  if (!existsSync(directory)) return [];
  const folders = (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    folders
      .map(({ name }) => name)
      .sort()
      .map((name) => readPlugin(directory, name)),
  );
}

function standingOf(all: ReadonlyMap<string, Standing>, id: string): Standing {
  return all.get(id) ?? { status: "disabled" };
}
