import type { RecordAccess } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { askMatcher } from "../hosted-contributions.ts";
import { askGuard } from "../hosted-guard.ts";
import { type GateOptions, type HostedPlugin, hostPlugin } from "../hosted-plugin.ts";
import { invalidPluginConfig, nothingToRunBeside, unknownContribution } from "../plugin-errors.ts";
import { settingsErrors } from "../plugin-standing.ts";
import { mergeSettings, withoutBlankSecrets } from "../settings/settings-schema.ts";
import { guardQuestions, matcherQuestions, type ShadowGuard, type ShadowMatcher } from "./shadow-questions.ts";
import { compareAnswers, type ShadowRequest, type ShadowRun, type ShadowSources } from "./shadow-run.ts";

export interface ShadowHost {
  readonly hosted: ReadonlyMap<string, HostedPlugin>;
  readonly gates: GateOptions;
  readonly records: RecordAccess;
  readonly sources: ShadowSources;
}

/**
 * Runs the new beside the one in force. Both have gates of their own here: what fails is counted in the answer, and
 * sets nothing aside.
 *
 * @throws DomainError `unknown-contribution`, `nothing-to-compare`, or `plugin-config` with `errors` by field.
 */
export function runBeside(one: HostedPlugin, request: ShadowRequest, host: ShadowHost): Promise<ShadowRun> {
  const { kind, contribution, beside = contribution, config = {} } = request;
  const key = kind === "matcher" ? "matchers" : "guards";
  if (!one.plugin[key]?.[contribution]) throw unknownContribution(kind, contribution);
  const other = [...host.hosted.values()].find(({ plugin }) => plugin[key]?.[beside]);
  if (!other) throw unknownContribution(kind, beside);
  if (beside === contribution && Object.keys(config).length === 0) throw nothingToRunBeside();
  const [old, fresh] = [copyOf(one, {}, host), copyOf(other, config, host)];
  return compareAnswers(
    kind === "guard"
      ? guardQuestions(
          contribution,
          { before: shadowGuard(old, contribution), after: shadowGuard(fresh, beside) },
          host,
        )
      : matcherQuestions(
          { before: shadowMatcher(old, contribution, host), after: shadowMatcher(fresh, beside, host) },
          host.records,
          host.sources,
        ),
  );
}

function shadowGuard(one: HostedPlugin, id: string): ShadowGuard {
  return {
    readsEvent: one.plugin.guards?.[id]?.readsEvent === true,
    evaluate: (params, input) => askGuard(one, id, { params, input }),
  };
}

function shadowMatcher(one: HostedPlugin, id: string, { gates }: ShadowHost): ShadowMatcher {
  const { for: type = "", candidates = "" } = one.plugin.matchers?.[id] ?? {};
  return { for: type, candidates, match: askMatcher(one, id, gates) };
}

function copyOf(one: HostedPlugin, change: JsonObject, { gates }: ShadowHost): HostedPlugin {
  const settings = mergeSettings(one.configSchema, one.settings, withoutBlankSecrets(one.configSchema, change));
  const errors = settingsErrors(one, settings, gates.validator);
  if (Object.keys(errors).length > 0) throw invalidPluginConfig(errors);
  const { configVersion } = one;
  return hostPlugin(one, { enabled: true, settings, configVersion, settingsDefect: null }, gates);
}
