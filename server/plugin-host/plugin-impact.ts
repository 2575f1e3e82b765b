import type { PublishedType } from "../domain/definitions/published-type.ts";
import type { RecordAccess } from "../plugin-api/contributions/index.ts";
import { inLanguage, type Language, type Text } from "../plugin-api/text.ts";
import { sendActionOf } from "./channel-action.ts";
import type { HostedPlugin } from "./hosted-plugin.ts";

/** What stops working without a plugin. */
export interface PluginImpact {
  /** Workflows whose definition names a guard or action of the plugin, with the cases that live in them. */
  readonly workflows: readonly {
    readonly id: string;
    readonly title: string;
    readonly uses: readonly string[];
    readonly activeCases: number;
  }[];
  /** Record types and workflows that the plugin itself brings, with their records. */
  readonly types: readonly { readonly id: string; readonly title: string; readonly records: number }[];
  readonly reports: readonly { readonly id: string; readonly title: string }[];
  readonly matchers: readonly { readonly id: string; readonly title: string }[];
  readonly finders: readonly { readonly id: string; readonly title: string }[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
  readonly exporters: readonly { readonly id: string; readonly title: string }[];
  readonly pages: readonly { readonly id: string; readonly title: string }[];
  readonly widgets: readonly { readonly id: string; readonly title: string }[];
  /** Plugins in force that need this one. */
  readonly dependents: readonly string[];
}

/** What the impact is counted from. */
export interface ImpactSources {
  readonly types: readonly PublishedType[];
  readonly records: RecordAccess;
  /** Plugins in force that need this one. */
  readonly dependents: readonly string[];
  readonly language: Language;
}

/** What stops working when the plugin is switched off, with how many cases and records it touches. */
export async function impactOf(hosted: HostedPlugin, sources: ImpactSources): Promise<PluginImpact> {
  const { plugin } = hosted;
  const { types, records, language, dependents } = sources;
  const title = (text: Text) => inLanguage(text, language);
  const titled = (contributions: { readonly [id: string]: { readonly title: Text } } = {}) =>
    Object.entries(contributions).map(([id, contribution]) => ({ id, title: title(contribution.title) }));

  const sends = Object.keys(plugin.channels ?? {}).map(sendActionOf);
  const names = new Set([...Object.keys(plugin.guards ?? {}), ...Object.keys(plugin.actions ?? {}), ...sends]);
  const workflows = types.flatMap((type) => {
    const uses = [...new Set(namedTypes(type.definition))].filter((name) => names.has(name)).sort();
    return uses.length > 0 ? [{ id: type.id, title: title(type.definition.title), kind: type.kind, uses }] : [];
  });
  const own = [...(plugin.recordTypes ?? []), ...(plugin.workflows ?? [])];

  return {
    workflows: await Promise.all(
      workflows.map(async ({ kind, ...workflow }) => ({
        ...workflow,
        activeCases: await records.count(workflow.id, kind === "workflow" ? { status: "active" } : {}),
      })),
    ),
    types: await Promise.all(
      own
        .filter(({ id }) => types.some((type) => type.id === id))
        .map(async (type) => ({ id: type.id, title: title(type.title), records: await records.count(type.id) })),
    ),
    reports: titled(plugin.reports),
    matchers: titled(plugin.matchers),
    finders: titled(plugin.finders),
    channels: titled(plugin.channels),
    exporters: titled(plugin.exporters),
    pages: titled(plugin.pages),
    widgets: titled(plugin.widgets),
    dependents,
  };
}

/** Every name that stands as `type`, `guard` or `actions` in a definition: those of guards and actions among them. */
function* namedTypes(value: unknown): Iterable<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* namedTypes(item);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === "type" || key === "guard" || key === "actions" || key === "entry" || key === "exit")
      yield* strings(part);
    yield* namedTypes(part);
  }
}

function* strings(value: unknown): Iterable<string> {
  if (typeof value === "string") yield value;
  if (Array.isArray(value)) for (const item of value) if (typeof item === "string") yield item;
}
