import type { MatchInquiry, MatchQuestionPage } from "../../domain/questions/match-questions.ts";
import type { RuleInquiry, RuleQuestionPage } from "../../domain/questions/rule-questions.ts";
import type { JsonObject } from "../../plugin-api/json.ts";

/**
 * What is run beside what: the version beside the one in force, other settings, or another contribution of the same kind;
 * on the cases as they are, or as they were decided.
 */
export interface ShadowRequest {
  readonly kind: "matcher" | "guard";
  readonly contribution: string;
  /** The version that lies beside the one in force. */
  readonly version?: string;
  /** Changes of the settings, merged into those that are there; of the other's, where there is one. */
  readonly config?: JsonObject;
  /** The id of another matcher or guard, of any plugin that is loaded, switched on or not. */
  readonly beside?: string;
  /** An office day: the decisions since then are asked again; a matcher is asked about the records as they were then. */
  readonly past?: string;
  /** `next` of the answer before: the run goes on from there. */
  readonly after?: string;
}

/** How the new one differs from the one in force, on some of the records. Nothing is changed by it, nor counted against either. */
export interface ShadowRun {
  /** Questions asked, and those whose answers differ. */
  readonly compared: number;
  readonly differing: number;
  /** Calls that came to nothing. */
  readonly failed: { readonly before: number; readonly after: number };
  /** Records looked at now, and how many there are in all. */
  readonly records: number;
  readonly of: number;
  /** Where the run goes on; null at its end. */
  readonly next: string | null;
  readonly differences: readonly ShadowDifference[];
}

/** One question that the two answer otherwise. */
export interface ShadowDifference {
  readonly type: string;
  readonly id: string;
  /** When it was decided, or was so, UTC ISO-8601; null for now. */
  readonly at: string | null;
  /** The action that the guard was asked about; null for a matcher. */
  readonly action: string | null;
  readonly change: ShadowChange;
  readonly before: readonly ShadowLine[];
  readonly after: readonly ShadowLine[];
}

/**
 * What a difference comes to. Of a guard: it now blocks, now lets go on, or says something else. Of a matcher: another
 * one is first, others are among the first, or the same ones score otherwise. Of either: it came to nothing.
 */
export type ShadowChange = "blocks" | "passes" | "reasons" | "first" | "others" | "scores" | "fails";

/** One line of an answer: a candidate with its score, or what a guard says. */
export interface ShadowLine {
  readonly text: string;
  /** The candidate, for a matcher. */
  readonly record: { readonly type: string; readonly id: string } | null;
  /** Why it scores so, where the two do not agree about it. */
  readonly why: readonly string[];
}

/** What there is to ask about. */
export interface QuestionSource {
  rules(inquiry: RuleInquiry): Promise<RuleQuestionPage>;
  matches(inquiry: MatchInquiry): Promise<MatchQuestionPage>;
}
