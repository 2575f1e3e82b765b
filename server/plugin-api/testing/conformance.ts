import type { TSchema } from "@sinclair/typebox";
import type {
  CallContext,
  ExportContext,
  GuardInput,
  ImporterContribution,
  MatcherContribution,
  ReportContribution,
  ReportParams,
} from "../contributions/index.ts";
import type { ConfigOf, Plugin } from "../define-plugin.ts";
import type { JsonObject } from "../json.ts";
import type { Breach } from "./breach.ts";
import { type ActionTrial, checkAction } from "./check-action.ts";
import { type ChannelTrial, checkChannel } from "./check-channel.ts";
import { checkExporter } from "./check-exporter.ts";
import { checkFinder, type FinderTrial } from "./check-finder.ts";
import { checkGuard } from "./check-guard.ts";
import { checkImporter } from "./check-importer.ts";
import { checkMatcher } from "./check-matcher.ts";
import { checkReport } from "./check-report.ts";

/** What each contribution of a plugin is tried with, by its id. */
export interface Trials<Config = JsonObject> {
  readonly guards?: { readonly [id: string]: { readonly params: JsonObject; readonly inputs: readonly GuardInput[] } };
  readonly actions?: { readonly [id: string]: ActionTrial<Config> };
  readonly matchers?: { readonly [id: string]: { readonly record: JsonObject; readonly context: CallContext<Config> } };
  readonly finders?: { readonly [id: string]: FinderTrial<Config> };
  readonly reports?: {
    readonly [id: string]: { readonly params: ReportParams; readonly context: CallContext<Config> };
  };
  readonly channels?: { readonly [id: string]: ChannelTrial<Config> };
  readonly importers?: {
    readonly [id: string]: { readonly path: string; readonly records: number; readonly rejected: number };
  };
  readonly exporters?: {
    readonly [id: string]: { readonly params: ReportParams; readonly context: ExportContext<Config> };
  };
}

type Checks<Config> = { readonly [kind in keyof Required<Trials<Config>>]: (id: string) => Promise<readonly Breach[]> };

/**
 * Tries everything that a plugin contributes against what its kind promises. A contribution without a trial is a breach
 * too: nothing goes untried.
 *
 * @example
 * expect(await conformance(plugin, { guards: { "on-a-weekday": { params: {}, inputs: [sunday, monday] } } })).toEqual([]);
 */
export async function conformance<Config extends TSchema>(
  plugin: Plugin<Config>,
  trials: Trials<ConfigOf<Config>>,
): Promise<readonly Breach[]> {
  const checks = checksOf(plugin, trials);
  const breaches: Breach[] = [];
  for (const [kind, check] of Object.entries(checks) as [keyof Trials, (id: string) => Promise<readonly Breach[]>][]) {
    for (const id of Object.keys(plugin[kind] ?? {})) {
      const found = trials[kind]?.[id] ? await check(id) : [{ rule: "tried", what: "there is no trial for it" }];
      breaches.push(...found.map(({ rule, what }) => ({ rule, what: `${kind}.${id}: ${what}` })));
    }
  }
  return breaches;
}

function checksOf<Config extends TSchema>(
  plugin: Plugin<Config>,
  trials: Trials<ConfigOf<Config>>,
): Checks<ConfigOf<Config>> {
  return {
    async guards(id) {
      const { params, inputs } = there(trials.guards, id);
      return checkGuard(there(plugin.guards, id), params, inputs);
    },
    actions: (id) => checkAction(there(plugin.actions, id), there(trials.actions, id)),
    async matchers(id) {
      const { record, context } = there(trials.matchers, id);
      return checkMatcher(there(plugin.matchers, id) as MatcherContribution, record, context as CallContext);
    },
    finders: (id) => checkFinder(there(plugin.finders, id), there(trials.finders, id)),
    async reports(id) {
      const { params, context } = there(trials.reports, id);
      return checkReport(there(plugin.reports, id) as ReportContribution, params, context as CallContext);
    },
    channels: (id) => checkChannel(there(plugin.channels, id), there(trials.channels, id)),
    async importers(id) {
      const { path, ...expected } = there(trials.importers, id);
      return checkImporter(there<ImporterContribution>(plugin.importers, id), path, expected);
    },
    async exporters(id) {
      const { params, context } = there(trials.exporters, id);
      return checkExporter(there(plugin.exporters, id), params, context);
    },
  };
}

function there<T>(all: { readonly [id: string]: T } | undefined, id: string): T {
  const one = all?.[id];
  if (one === undefined) throw new Error(`There is no “${id}”`);
  return one;
}
