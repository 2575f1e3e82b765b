import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import type { Plugin } from "../plugin-api/define-plugin.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import { inLanguage, type Language, type Text } from "../plugin-api/text.ts";
import type { CallContextSource } from "./call-context.ts";
import { type CallGate, createCallGate } from "./call-gate.ts";
import type { LoadedPlugin } from "./found-plugin.ts";
import type { ContributionKind, ContributionListing } from "./plugin-host.ts";
import { withDefaults } from "./settings-schema.ts";

/** One loaded plugin with what an administrator chose for it, and the gate of each of its contributions. */
export interface HostedPlugin {
  readonly id: string;
  readonly plugin: Plugin;
  readonly script: string | null;
  /** Of its settings: unknown ones are refused. An empty object where it has none. */
  readonly configSchema: DataSchema;
  enabled: boolean;
  /** As chosen, without defaults. */
  settings: JsonObject;
  readonly gates: ReadonlyMap<string, CallGate>;
}

export interface GateOptions extends CallContextSource {
  readonly validator: SchemaValidator;
  /** Milliseconds that only grow. */
  readonly elapsed: () => number;
  /** Longest time for one call, in milliseconds, where it is not the usual one of its kind. */
  readonly deadlines?: { readonly [kind in GatedKind]?: number };
}

export type GatedKind = "guard" | "action" | "matcher" | "report" | "importer" | "sample";

/** In milliseconds. An importer's is that of one record, a guard's that of one evaluation. */
const usualDeadlines: { readonly [kind in GatedKind]: number } = {
  guard: 250,
  action: 30_000,
  matcher: 20_000,
  report: 30_000,
  importer: 60_000,
  sample: 900_000,
};

const maximumInFlight = 64;

const keyOfKind = {
  guard: "guards",
  action: "actions",
  matcher: "matchers",
  report: "reports",
  importer: "importers",
  sample: "samples",
} as const;

export function hostPlugin(
  loaded: LoadedPlugin,
  chosen: { readonly enabled: boolean; readonly config: JsonObject },
  options: GateOptions,
): HostedPlugin {
  const gates = new Map<string, CallGate>();
  for (const kind of Object.keys(keyOfKind) as GatedKind[]) {
    const contributions: { readonly [id: string]: { readonly title: Text } } = loaded.plugin[keyOfKind[kind]] ?? {};
    for (const [id, { title }] of Object.entries(contributions)) {
      gates.set(
        `${kind}:${id}`,
        createCallGate({
          title,
          deadlineMs: options.deadlines?.[kind] ?? usualDeadlines[kind],
          maximumInFlight,
          elapsed: options.elapsed,
          onFailure: (error) =>
            options.log(error instanceof Error ? (error.stack ?? error.message) : String(error), {
              plugin: loaded.id,
              contribution: `${kind}:${id}`,
            }),
        }),
      );
    }
  }
  const configSchema = configSchemaOf(loaded.plugin);
  return { ...loaded, configSchema, enabled: chosen.enabled, settings: chosen.config, gates };
}

/** The gate of one contribution; there is one for each that a plugin declares. */
export function gateOf(hosted: HostedPlugin, kind: GatedKind, id: string): CallGate {
  const gate = hosted.gates.get(`${kind}:${id}`);
  if (!gate) throw new Error(`The plugin “${hosted.id}” has no ${kind} “${id}”`);
  return gate;
}

/** TypeBox writes plain JSON Schema, with symbols that JSON leaves out. */
function configSchemaOf({ config }: Plugin): DataSchema {
  const schema = config ? (JSON.parse(JSON.stringify(config)) as DataSchema) : { type: "object" as const };
  return { additionalProperties: false, ...schema };
}

/** The settings in force, defaults filled in. */
export function configOf({ configSchema, settings }: HostedPlugin): JsonObject {
  return withDefaults(configSchema, settings);
}

/** Everything that the plugin declares, with the health of what is called. */
export function contributionsOf(hosted: HostedPlugin, language: Language): readonly ContributionListing[] {
  const { plugin } = hosted;
  const listing = (kind: ContributionKind, id: string, title: Text): ContributionListing => ({
    kind,
    id,
    title: inLanguage(title, language),
    health: hosted.gates.get(`${kind}:${id}`)?.health() ?? null,
  });
  const keyed = (kind: ContributionKind, contributions: { readonly [id: string]: { readonly title: Text } } = {}) =>
    Object.entries(contributions).map(([id, { title }]) => listing(kind, id, title));
  return [
    ...(plugin.recordTypes ?? []).map(({ id, title }) => listing("recordType", id, title)),
    ...(plugin.workflows ?? []).map(({ id, title }) => listing("workflow", id, title)),
    ...(Object.keys(keyOfKind) as GatedKind[]).flatMap((kind) => keyed(kind, plugin[keyOfKind[kind]])),
    ...keyed("page", plugin.pages),
    ...keyed("widget", plugin.widgets),
  ];
}
