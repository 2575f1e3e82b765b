import type { PublishedType } from "../domain/definitions/published-type.ts";
import { serveSchema } from "../engine/schema/serve-schema.ts";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";
import type { ContributionListing, PluginUsage } from "./contribution-listing.ts";
import type { BrokenPlugin } from "./discovery/found-plugin.ts";
import { configOf, contributionsOf, type HostedPlugin, usageOf } from "./hosted-plugin.ts";
import type { HostedBeside, PluginSet } from "./plugin-set.ts";
import type { Standing } from "./plugin-standing.ts";
import { formSchema, withoutSecrets } from "./settings/settings-schema.ts";

/** A plugin as administrators see it, in their language. */
export interface PluginListing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string | null;
  /** The npm package that it comes from; null for one of `plugins/`. */
  readonly package: string | null;
  /** `waiting`: switched on, but its settings or a plugin that it needs keep it from being in force. */
  readonly status: "active" | "disabled" | "waiting" | "broken";
  /** Why it is broken or waiting, or what of it is not in force, as a sentence. */
  readonly reason: string | null;
  /** Its code is no longer there: nothing is left of it but its settings. */
  readonly isGone: boolean;
  readonly enabled: boolean;
  /** In force, defaults filled in, secrets left out. */
  readonly config: JsonObject;
  /** Draws the settings form. */
  readonly configSchema: DataSchema | null;
  readonly contributions: readonly ContributionListing[];
  /** Null for a plugin that does not run. */
  readonly usage: PluginUsage | null;
  /** Null where there is one version alone. */
  readonly beside: BesideListing | null;
}

/** The version of a plugin that is there and not in force. */
export interface BesideListing {
  readonly version: string | null;
  /** It is the next version; else the installed one, left for the next. */
  readonly isNext: boolean;
  /** Why it cannot be put in force, as a sentence. */
  readonly reason: string | null;
  /** The settings that it would have, secrets left out. */
  readonly config: JsonObject;
  readonly configSchema: DataSchema | null;
  readonly contributions: readonly ContributionListing[];
}

/** What a listing tells beside the plugins themselves. */
export interface ListingSources {
  readonly standingOf: (id: string) => Standing;
  /** The types in force. */
  readonly types: () => readonly Pick<PublishedType, "id" | "source">[];
}

/** Everything that is installed, by id, broken ones too. */
export function listingOf(set: PluginSet, sources: ListingSources, language: Language): readonly PluginListing[] {
  const besideOf = (id: string) => listingOfBeside(set.beside().get(id), language);
  return [
    ...[...set.hosted().values()].map((one) => ({
      ...listingOfHosted(one, sources, language),
      beside: besideOf(one.id),
    })),
    ...[...set.broken().values()].map((one) => ({ ...listingOfBroken(one, language), beside: besideOf(one.id) })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

type SingleListing = Omit<PluginListing, "beside">;

function listingOfHosted(one: HostedPlugin, { standingOf, types }: ListingSources, language: Language): SingleListing {
  const standing = standingOf(one.id);
  return {
    id: one.id,
    title: inLanguage(one.plugin.title, language),
    description: inLanguage(one.plugin.description, language),
    package: one.package,
    status: standing.status,
    reason: standing.status === "waiting" ? standing.reason[language] : typesNotTaken(one, types(), language),
    isGone: false,
    enabled: one.enabled,
    ...versionOf(one, language),
    usage: usageOf(one),
  };
}

/** A type of the office goes before one of a plugin. */
function typesNotTaken(
  { id, plugin }: HostedPlugin,
  types: ReturnType<ListingSources["types"]>,
  language: Language,
): string | null {
  const ofTheOffice = new Set(types.filter(({ source }) => source !== id).map((type) => type.id));
  const [taken] = [...(plugin.recordTypes ?? []), ...(plugin.workflows ?? [])].filter((type) =>
    ofTheOffice.has(type.id),
  );
  if (!taken) return null;
  return language === "fr"
    ? `le service a déjà un type « ${taken.id} » : celui de l’extension n’est pas en service. Donnez à l’un des deux un autre id.`
    : `the office already has a type “${taken.id}”: that of the plugin is not in force. Give one of the two another id.`;
}

function listingOfBroken({ id, defect, isGone }: BrokenPlugin, language: Language): SingleListing {
  return {
    id,
    title: id,
    description: "",
    package: null,
    status: "broken",
    reason: defect[language],
    isGone: isGone === true,
    enabled: false,
    ...noVersion,
    usage: null,
  };
}

function listingOfBeside(beside: HostedBeside | undefined, language: Language): BesideListing | null {
  if (!beside) return null;
  const { plugin, isNext } = beside;
  if ("defect" in plugin) return { isNext, reason: plugin.defect[language], ...noVersion };
  return { isNext, reason: plugin.settingsDefect?.[language] ?? null, ...versionOf(plugin, language) };
}

/** What differs from one version of a plugin to the next. */
function versionOf(one: HostedPlugin, language: Language) {
  return {
    version: one.plugin.version,
    config: withoutSecrets(one.configSchema, configOf(one)),
    configSchema: one.plugin.config ? serveSchema(formOf(one), { language }) : null,
    contributions: contributionsOf(one, language),
  };
}

const noVersion = { version: null, config: {}, configSchema: null, contributions: [] };

const formOf = ({ configSchema, settings, environment }: HostedPlugin) =>
  formSchema(configSchema, settings, environment);
