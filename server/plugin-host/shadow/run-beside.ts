import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import { askMatcher } from "../hosted-contributions.ts";
import { askGuard } from "../hosted-guard.ts";
import { type GateOptions, type HostedPlugin, hostPlugin } from "../hosted-plugin.ts";
import {
  invalidPluginConfig,
  nothingToRunBeside,
  unfitPluginVersion,
  unknownContribution,
  unknownPluginVersion,
} from "../plugin-errors.ts";
import type { HostedBeside } from "../plugin-set.ts";
import { settingsErrors } from "../plugin-standing.ts";
import { mergeSettings, withoutBlankSecrets } from "../settings/settings-schema.ts";
import { compareAnswers } from "./compare-answers.ts";
import { guardQuestions, matcherQuestions, type ShadowGuard, type ShadowMatcher } from "./shadow-questions.ts";
import type { QuestionSource, ShadowRequest, ShadowRun } from "./shadow-run.ts";

/** The plugins that there are, and what is asked of them. */
export interface ShadowHost {
  readonly hosted: ReadonlyMap<string, HostedPlugin>;
  readonly beside: ReadonlyMap<string, HostedBeside>;
  readonly gates: GateOptions;
  readonly questions: QuestionSource;
  readonly language: Language;
}

const keys = { matcher: "matchers", guard: "guards" } as const;

/**
 * Runs the new beside the one in force. Both have gates of their own here: what fails is counted in the answer, and
 * sets nothing aside.
 *
 * @throws DomainError `unknown-contribution`, `nothing-to-compare`, `unknown-plugin-version`, `plugin-version-unfit`,
 * `plugin-config` with `errors` by field, `malformed-day` or `malformed-page`.
 */
export async function runBeside(one: HostedPlugin, request: ShadowRequest, host: ShadowHost): Promise<ShadowRun> {
  const { kind, contribution, beside = contribution, config = {}, past = null, after = null } = request;
  const { questions, language } = host;
  if (!one.plugin[keys[kind]]?.[contribution]) throw unknownContribution(kind, contribution);
  const other = otherOf(one, request, host);
  const [old, fresh] = [copyOf(one, {}, host), copyOf(other, config, host)];
  if (kind === "guard") {
    const page = await questions.rules({ guard: contribution, since: past, after, language });
    const pair = { before: shadowGuard(old, contribution), after: shadowGuard(fresh, beside) };
    return { ...(await compareAnswers(guardQuestions(pair, page.asked), language)), ...rest(page) };
  }
  const pair = { before: shadowMatcher(old, contribution, host), after: shadowMatcher(fresh, beside, host) };
  const page = await questions.matches({ type: pair.before.for, on: past, after });
  return { ...(await compareAnswers(matcherQuestions(pair, page, language), language)), ...rest(page) };
}

const rest = ({ records, of, next }: Pick<ShadowRun, "records" | "of" | "next">) => ({ records, of, next });

/** Whose contribution is on trial. */
function otherOf(one: HostedPlugin, request: ShadowRequest, { hosted, beside: others }: ShadowHost): HostedPlugin {
  const { kind, contribution, beside = contribution, version, config = {} } = request;
  const brings = ({ plugin }: HostedPlugin) => plugin[keys[kind]]?.[beside] !== undefined;
  const other = version === undefined ? [...hosted.values()].find(brings) : versionOf(one.id, version, others);
  if (!other || !brings(other)) throw unknownContribution(kind, beside);
  const isTheSame = version === undefined && beside === contribution;
  if (isTheSame && Object.keys(config).length === 0) throw nothingToRunBeside();
  return other;
}

function versionOf(id: string, version: string, others: ReadonlyMap<string, HostedBeside>): HostedPlugin {
  const { plugin } = others.get(id) ?? {};
  if (plugin && "defect" in plugin) throw unfitPluginVersion(id, plugin.defect);
  if (plugin?.plugin.version !== version) throw unknownPluginVersion(id, version);
  return plugin;
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
