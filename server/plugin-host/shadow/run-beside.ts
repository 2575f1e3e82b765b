import type { RecordAccess } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { hostedGuard, hostedMatcher } from "../hosted-contributions.ts";
import { type GateOptions, type HostedPlugin, hostPlugin } from "../hosted-plugin.ts";
import { invalidPluginConfig, nothingToRunBeside, unknownContribution } from "../plugin-errors.ts";
import { settingsErrors } from "../plugin-standing.ts";
import { mergeSettings, withoutBlankSecrets } from "../settings/settings-schema.ts";
import { guardQuestions, matcherQuestions } from "./shadow-questions.ts";
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
  if (kind === "guard") {
    const before = hostedGuard(old, contribution, () => old);
    const after = hostedGuard(fresh, beside, () => fresh);
    return compareAnswers(guardQuestions(contribution, { before, after }, host));
  }
  const before = hostedMatcher(old, contribution, host.gates);
  const after = hostedMatcher(fresh, beside, host.gates);
  return compareAnswers(matcherQuestions({ before, after }, host.records, host.sources));
}

function copyOf(one: HostedPlugin, change: JsonObject, { gates }: ShadowHost): HostedPlugin {
  const settings = mergeSettings(one.settings, withoutBlankSecrets(one.configSchema, change));
  const errors = settingsErrors(one, settings, gates.validator);
  if (Object.keys(errors).length > 0) throw invalidPluginConfig(errors);
  const { configVersion } = one;
  return hostPlugin(one, { enabled: true, settings, configVersion, settingsDefect: null }, gates);
}
