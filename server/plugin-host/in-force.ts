import type { PluginTypes } from "../domain/definitions/contributed-definitions.ts";
import { sendAction } from "./channel-action.ts";
import type { PluginScript } from "./discovery/found-plugin.ts";
import {
  deliveryBy,
  hostedAction,
  hostedChannel,
  hostedExporter,
  hostedFinder,
  hostedImporter,
  hostedMatcher,
  hostedReport,
  hostedSample,
} from "./hosted-contributions.ts";
import type {
  HostedAction,
  HostedChannel,
  HostedExporter,
  HostedFinder,
  HostedImporter,
  HostedMatcher,
  HostedPage,
  HostedReport,
  HostedSample,
  HostedWidget,
} from "./hosted-part.ts";
import type { GateOptions, HostedPlugin } from "./hosted-plugin.ts";

/** What the plugins in force contribute, guards apart. */
export interface InForce {
  readonly actions: { readonly [id: string]: HostedAction };
  /** The record types and workflows of each plugin. */
  readonly types: readonly PluginTypes[];
  readonly matchers: readonly HostedMatcher[];
  readonly finders: readonly HostedFinder[];
  readonly reports: readonly HostedReport[];
  readonly channels: readonly HostedChannel[];
  readonly importers: readonly HostedImporter[];
  readonly exporters: readonly HostedExporter[];
  readonly samples: readonly HostedSample[];
  readonly pages: readonly HostedPage[];
  readonly widgets: readonly HostedWidget[];
  /** Built back-office scripts: the files behind `/plugins/<id>/admin.js`. */
  readonly scripts: readonly ({ readonly id: string } & PluginScript)[];
}

/** What these plugins contribute, each call of it through its gate. */
export function inForceOf(active: readonly HostedPlugin[], gates: GateOptions): InForce {
  const deliveries = Object.fromEntries(
    each(active, "channels", (one, id) => [id, deliveryBy(one, id, gates)] as const),
  );
  const channels = each(active, "channels", (one, id) => hostedChannel(one, id, deliveries));
  const actions = [
    ...each(active, "actions", (one, id) => hostedAction(one, id, gates)),
    ...channels.map((channel) => sendAction(channel, gates.records)),
  ];
  return {
    actions: Object.fromEntries(actions.map((action) => [action.id, action])),
    channels,
    types: active
      .filter(({ plugin }) => plugin.recordTypes || plugin.workflows)
      .map(({ id, plugin: { recordTypes = [], workflows = [] } }) => ({ plugin: id, recordTypes, workflows })),
    matchers: each(active, "matchers", (one, id) => hostedMatcher(one, id, gates)),
    finders: each(active, "finders", (one, id) => hostedFinder(one, id, gates)),
    reports: each(active, "reports", (one, id) => hostedReport(one, id, gates)),
    importers: each(active, "importers", (one, id) => hostedImporter(one, id)),
    exporters: each(active, "exporters", (one, id) => hostedExporter(one, id, gates)),
    samples: each(active, "samples", (one, id) => hostedSample(one, id)),
    pages: active.flatMap(({ id: plugin, plugin: { pages = {} } }) =>
      Object.entries(pages).map(([id, page]) => ({ ...page, id, plugin })),
    ),
    widgets: active.flatMap(({ id: plugin, plugin: { widgets = {} } }) =>
      Object.entries(widgets).map(([id, widget]) => ({ ...widget, id, plugin })),
    ),
    scripts: active.flatMap(({ id, script }) => (script === null ? [] : [{ id, ...script }])),
  };
}

type CalledKind = "actions" | "matchers" | "finders" | "reports" | "channels" | "importers" | "exporters" | "samples";

function each<T>(
  active: readonly HostedPlugin[],
  kind: CalledKind,
  wrap: (one: HostedPlugin, id: string) => T,
): readonly T[] {
  return active.flatMap((one) => Object.keys(one.plugin[kind] ?? {}).map((id) => wrap(one, id)));
}
