import type { PluginListing } from "../../../server/http/api-types.ts";

/** A matcher or a rule that can be run beside another. */
export interface Comparable {
  readonly kind: "matcher" | "guard";
  readonly id: string;
  readonly title: string;
  /** The title of the plugin that brings it. */
  readonly plugin: string;
}

export function comparablesOf({ title: plugin, contributions }: PluginListing): readonly Comparable[] {
  return contributions.flatMap(({ kind, id, title }) =>
    kind === "matcher" || kind === "guard" ? [{ kind, id, title, plugin }] : [],
  );
}

/** What other plugins bring of its kind, those that are switched off too. */
export function othersOf(
  part: Comparable,
  plugin: PluginListing,
  plugins: readonly PluginListing[],
): readonly Comparable[] {
  return plugins
    .filter(({ id }) => id !== plugin.id)
    .flatMap(comparablesOf)
    .filter(({ kind }) => kind === part.kind);
}

/** Whether there is anything to run beside what this plugin brings. */
export function canCompare(plugin: PluginListing, plugins: readonly PluginListing[]): boolean {
  if (plugin.status !== "active") return false;
  const hasSettings = Object.keys(plugin.configSchema?.properties ?? {}).length > 0;
  return comparablesOf(plugin).some(
    (part) => (part.kind === "matcher" && hasSettings) || othersOf(part, plugin, plugins).length > 0,
  );
}
