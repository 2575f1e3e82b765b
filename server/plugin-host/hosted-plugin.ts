import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { RecordAccess } from "../plugin-api/contributions/index.ts";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import type { Plugin } from "../plugin-api/define-plugin.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import { inLanguage, type Language, type Text } from "../plugin-api/text.ts";
import type { CallContextSource } from "./call-context.ts";
import { type CallGate, createCallGate } from "./call-gate.ts";
import type { ContributionKind, ContributionListing, PluginUsage } from "./contribution-listing.ts";
import type { LoadedPlugin, PluginDefect } from "./discovery/found-plugin.ts";
import { limitedRecords } from "./limited-records.ts";
import { type SettingsEnvironment, withDefaults } from "./settings/settings-schema.ts";

/** One loaded plugin with what an administrator chose for it, and the gate of each of its contributions. */
export interface HostedPlugin extends LoadedPlugin {
  /** Of its settings: unknown ones are refused. An empty object where it has none. */
  readonly configSchema: DataSchema;
  /** The office's records as this plugin reads them: the same object at every call. */
  readonly records: () => RecordAccess;
  readonly gates: ReadonlyMap<string, CallGate>;
  readonly environment: SettingsEnvironment;
  enabled: boolean;
  /** As chosen, without defaults, secrets open. */
  settings: JsonObject;
  /** What the settings were written for. */
  configVersion: number;
  /** Why the settings cannot be used as they are. */
  settingsDefect: PluginDefect | null;
}

/** What an administrator chose for a plugin, ready to be used. */
export type ChosenSettings = Pick<HostedPlugin, "enabled" | "settings" | "configVersion" | "settingsDefect">;

/** What every gate and every call of a plugin is made of. */
export interface GateOptions extends CallContextSource {
  readonly records: () => RecordAccess;
  readonly validator: SchemaValidator;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  /** What the environment gives to settings that ask for it. */
  readonly environment: SettingsEnvironment;
  /** Longest time for one call, in milliseconds, where it is not the usual one of its kind. */
  readonly deadlines?: { readonly [kind in GatedKind]?: number };
}

/** Milliseconds that one question to a guard may take. */
export const guardDeadlineMs = 250;

/** The kinds whose code is called, in the order that they are listed in. */
const gated = {
  guard: { key: "guards", deadlineMs: guardDeadlineMs },
  action: { key: "actions", deadlineMs: 30_000 },
  matcher: { key: "matchers", deadlineMs: 20_000 },
  /** Someone is typing. */
  finder: { key: "finders", deadlineMs: 2000 },
  report: { key: "reports", deadlineMs: 30_000 },
  channel: { key: "channels", deadlineMs: 30_000 },
  /** The time for one record. */
  importer: { key: "importers", deadlineMs: 60_000 },
  exporter: { key: "exporters", deadlineMs: 30_000 },
  sample: { key: "samples", deadlineMs: 900_000 },
} as const;

/** The kinds whose code is called. */
export type GatedKind = keyof typeof gated;

const gatedKinds = Object.keys(gated) as GatedKind[];

const maximumInFlight = 64;
/** Reads of the office's records that one plugin has under way. */
const readsAtOnce = 4;

/** Gives each contribution a gate of its own, on which no failure is counted yet. */
export function hostPlugin(loaded: LoadedPlugin, chosen: ChosenSettings, options: GateOptions): HostedPlugin {
  const gates = new Map<string, CallGate>();
  for (const kind of gatedKinds)
    for (const [id, { title }] of Object.entries(contributionsOfKind(loaded.plugin, kind)))
      gates.set(`${kind}:${id}`, gateFor(loaded, { kind, id, title }, options));
  let records: RecordAccess | undefined;
  return {
    ...loaded,
    ...chosen,
    gates,
    environment: options.environment,
    configSchema: configSchemaOf(loaded.plugin),
    records: () => {
      records ??= limitedRecords(options.records(), readsAtOnce);
      return records;
    },
  };
}

function gateFor(
  loaded: LoadedPlugin,
  { kind, id, title }: { readonly kind: GatedKind; readonly id: string; readonly title: Text },
  { deadlines, elapsed, clock, log }: GateOptions,
): CallGate {
  const about = { plugin: loaded.id, contribution: `${kind}:${id}` };
  return createCallGate({
    title,
    deadlineMs: deadlines?.[kind] ?? gated[kind].deadlineMs,
    maximumInFlight,
    elapsed,
    clock,
    onFailure: (error) => log(error instanceof Error ? (error.stack ?? error.message) : String(error), about),
  });
}

function contributionsOfKind(plugin: Plugin, kind: GatedKind): { readonly [id: string]: { readonly title: Text } } {
  return plugin[gated[kind].key] ?? {};
}

/** The gate of one contribution; there is one for each that a plugin declares. */
export function gateOf(hosted: HostedPlugin, kind: GatedKind, id: string): CallGate {
  const gate = hosted.gates.get(`${kind}:${id}`);
  if (!gate) throw new Error(`The plugin “${hosted.id}” has no ${kind} “${id}”`);
  return gate;
}

/** TypeBox writes plain JSON Schema, with symbols that JSON leaves out. */
export function configSchemaOf({ config }: Plugin): DataSchema {
  const schema = config ? (JSON.parse(JSON.stringify(config)) as DataSchema) : { type: "object" as const };
  return { additionalProperties: false, ...schema };
}

/** The settings in force, defaults filled in. */
export function configOf({ configSchema, settings, environment }: HostedPlugin): JsonObject {
  return withDefaults(configSchema, settings, environment);
}

/** Everything that the plugin declares, with the health of what is called. */
export function contributionsOf(hosted: HostedPlugin, language: Language): readonly ContributionListing[] {
  const { plugin } = hosted;
  const listing = (kind: ContributionKind, id: string, title: Text): ContributionListing => ({
    kind,
    id,
    title: inLanguage(title, language),
    health: hosted.gates.get(`${kind}:${id}`)?.health(language) ?? null,
  });
  const keyed = (kind: ContributionKind, contributions: { readonly [id: string]: { readonly title: Text } } = {}) =>
    Object.entries(contributions).map(([id, { title }]) => listing(kind, id, title));
  return [
    ...(plugin.recordTypes ?? []).map(({ id, title }) => listing("recordType", id, title)),
    ...(plugin.workflows ?? []).map(({ id, title }) => listing("workflow", id, title)),
    ...gatedKinds.flatMap((kind) => keyed(kind, contributionsOfKind(plugin, kind))),
    ...keyed("page", plugin.pages),
    ...keyed("widget", plugin.widgets),
  ];
}

/** What the plugin has cost since the start. */
export function usageOf({ isolated, gates }: HostedPlugin): PluginUsage {
  const figures = [...gates.values()].map((gate) => gate.health());
  const sum = (of: (health: (typeof figures)[number]) => number) => figures.reduce((total, one) => total + of(one), 0);
  return {
    isolation: isolated ? "worker" : "none",
    memoryMb: isolated?.usage().memoryMb ?? null,
    restarts: isolated?.usage().restarts ?? 0,
    calls: sum(({ calls }) => calls),
    failures: sum(({ failures }) => failures),
    totalMs: Math.round(sum(({ calls, averageMs }) => calls * averageMs)),
  };
}
