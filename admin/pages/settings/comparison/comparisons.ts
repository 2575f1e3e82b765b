import type { BesideListing, NamedShadowRun, PluginListing } from "../../../../server/http/api-types.ts";
import type { DataSchema } from "../../../../server/plugin-api/data-schema.ts";
import type { JsonObject } from "../../../../server/plugin-api/json.ts";

/** A matcher or a rule that can be run beside another. */
export interface Comparable {
  readonly kind: "matcher" | "guard";
  readonly id: string;
  readonly title: string;
}

/** What is put on trial beside the part in force. */
export type Trial =
  | { readonly key: "version"; readonly version: string; readonly settings: TrialSettings | null }
  | { readonly key: "settings"; readonly settings: TrialSettings }
  | { readonly key: `other:${string}`; readonly id: string; readonly title: string; readonly plugin: string };

/** The settings to try it with, and where they begin. */
export interface TrialSettings {
  readonly schema: DataSchema;
  readonly config: JsonObject;
}

/** What the office is asked for: `POST /api/plugins/{id}/shadow`. */
export interface ComparisonBody {
  readonly kind: Comparable["kind"];
  readonly contribution: string;
  readonly version?: string;
  readonly beside?: string;
  readonly config?: JsonObject;
  readonly past?: string;
}

type Listed = Pick<PluginListing | BesideListing, "contributions">;

/** The parts of a plugin that can be compared. */
export function comparablesOf({ contributions }: Listed): readonly Comparable[] {
  return contributions.flatMap(({ kind, id, title }) =>
    kind === "matcher" || kind === "guard" ? [{ kind, id, title }] : [],
  );
}

/** What can be put on trial beside the part: the other version, other settings, what other plugins bring of its kind. */
export function trialsOf(part: Comparable, plugin: PluginListing, plugins: readonly PluginListing[]): readonly Trial[] {
  const others = plugins
    .filter(({ id }) => id !== plugin.id)
    .flatMap((other) => comparablesOf(other).map((one) => ({ ...one, plugin: other.title })))
    .filter(({ kind }) => kind === part.kind)
    .map(({ id, title, plugin: bringer }) => ({ key: `other:${id}` as const, id, title, plugin: bringer }));
  return [...versionTrial(part, plugin.beside), ...settingsTrial(part, plugin), ...others];
}

function versionTrial(part: Comparable, beside: BesideListing | null): readonly Trial[] {
  if (!beside?.version) return [];
  const brings = comparablesOf(beside).some(({ kind, id }) => kind === part.kind && id === part.id);
  return brings ? [{ key: "version", version: beside.version, settings: settingsOf(part, beside) }] : [];
}

function settingsTrial(part: Comparable, plugin: PluginListing): readonly Trial[] {
  const settings = settingsOf(part, plugin);
  return settings ? [{ key: "settings", settings }] : [];
}

/** Guards are given no settings. */
function settingsOf(
  { kind }: Comparable,
  { config, configSchema: schema }: Pick<BesideListing, "config" | "configSchema">,
): TrialSettings | null {
  const hasFields = Object.keys(schema?.properties ?? {}).length > 0;
  return kind === "matcher" && schema && hasFields ? { schema, config } : null;
}

/** Whether there is anything to run beside what this plugin brings. */
export function canCompare(plugin: PluginListing, plugins: readonly PluginListing[]): boolean {
  return plugin.status === "active" && comparablesOf(plugin).some((part) => trialsOf(part, plugin, plugins).length > 0);
}

/** Two parts of one run as one. */
export function joined(run: NamedShadowRun | null, more: NamedShadowRun): NamedShadowRun {
  if (!run) return more;
  return {
    ...more,
    compared: run.compared + more.compared,
    differing: run.differing + more.differing,
    records: run.records + more.records,
    failed: { before: run.failed.before + more.failed.before, after: run.failed.after + more.failed.after },
    differences: [...run.differences, ...more.differences],
  };
}
