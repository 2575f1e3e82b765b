import type { MatchQuestionPage } from "../../domain/questions/match-questions.ts";
import type { RuleQuestion } from "../../domain/questions/rule-questions.ts";
import type { GuardAnswer, GuardInput } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { HostedMatcher } from "../hosted-part.ts";
import type { ShadowQuestion } from "./compare-answers.ts";
import type { ShadowLine } from "./shadow-run.ts";

const candidatesCompared = 5;

/** A matcher by itself: its fallback would hide what fails. */
export type ShadowMatcher = Pick<HostedMatcher, "for" | "candidates" | "match">;

/** A guard by itself: its fallback would hide what fails. */
export interface ShadowGuard {
  readonly readsEvent: boolean;
  /** @throws PluginCallError when it comes to nothing. */
  evaluate(params: JsonObject, input: GuardInput): GuardAnswer;
}

type Pair<T> = { readonly before: T; readonly after: T };

/** Each record, asked of both matchers. */
export function matcherQuestions(
  { before, after }: Pair<ShadowMatcher>,
  { asked, at }: MatchQuestionPage,
  language: Language,
): readonly ShadowQuestion[] {
  return asked.map((record) => {
    const ask = async (matcher: ShadowMatcher): Promise<readonly ShadowLine[]> => {
      const matches = await matcher.match(record, candidatesCompared, { language });
      return matches.map(({ id, score, reasons, blockers }) => ({
        text: percent(score, language),
        record: { type: matcher.candidates, id },
        why: [...reasons, ...blockers].map(({ message, weight }) =>
          weight === 0 ? message : `${message} (${signed(weight, language)})`,
        ),
      }));
    };
    const about = { type: before.for, id: String(record["id"]), at, action: null };
    return { ...about, before: () => ask(before), after: () => ask(after) };
  });
}

/**
 * Each question to a rule, asked of both guards. One that reads the form's payload counts as allowed until the form is
 * filled in, as in a decision; where both do, there is no question.
 */
export function guardQuestions(
  { before, after }: Pair<ShadowGuard>,
  asked: readonly RuleQuestion[],
): readonly ShadowQuestion[] {
  return asked.flatMap(({ params, input, type, id, at, action }) => {
    const waits = ({ readsEvent }: ShadowGuard) => readsEvent && input.event === undefined;
    if (waits(before) && waits(after)) return [];
    const ask = async (guard: ShadowGuard): Promise<readonly ShadowLine[]> => {
      const answer = waits(guard) ? { ok: true as const } : guard.evaluate(params, input);
      return answer.ok ? [] : answer.reasons.map(({ message }) => ({ text: message, record: null, why: [] }));
    };
    return [{ type, id, at, action, before: () => ask(before), after: () => ask(after) }];
  });
}

const percent = (share: number, language: Language) =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);

const signed = (weight: number, language: Language) =>
  new Intl.NumberFormat(language, { style: "percent", signDisplay: "always", maximumFractionDigits: 0 }).format(weight);
