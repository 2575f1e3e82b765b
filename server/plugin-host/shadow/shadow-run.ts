import type { PublishedType } from "../../domain/definitions/published-type.ts";
import type { GuardInput } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";

/** What is run beside what, on the cases that the office has: other settings, or another contribution of the same kind. */
export interface ShadowRequest {
  readonly kind: "matcher" | "guard";
  readonly contribution: string;
  /** Changes of the plugin's settings, merged into those in force; of the other plugin's, where there is one. */
  readonly config?: JsonObject;
  /** The id of another matcher or guard, of any plugin that is loaded, switched on or not. */
  readonly beside?: string;
}

/** How the new one differs from the one in force. Nothing is changed by it, nor counted against either. */
export interface ShadowRun {
  /** Records asked about, and those for which the answers differ. */
  readonly compared: number;
  readonly differing: number;
  /** Calls that came to nothing. */
  readonly failed: { readonly before: number; readonly after: number };
  /** The first of those that differ. */
  readonly differences: readonly ShadowDifference[];
}

export interface ShadowDifference {
  readonly type: string;
  readonly id: string;
  readonly before: readonly ShadowLine[];
  readonly after: readonly ShadowLine[];
}

/** One line of an answer: a candidate with its score, or what a guard says. */
export interface ShadowLine {
  readonly text: string;
  /** The candidate, for a matcher. */
  readonly record: { readonly type: string; readonly id: string } | null;
}

/** One question, asked of both. */
export interface ShadowQuestion {
  readonly type: string;
  readonly id: string;
  /** @throws when the call comes to nothing. */
  readonly before: () => Promise<readonly ShadowLine[]>;
  readonly after: () => Promise<readonly ShadowLine[]>;
}

/** What a shadow run knows of the office. */
export interface ShadowSources {
  readonly types: readonly PublishedType[];
  /** What its rules may look at beside the record itself. */
  readonly facts: (address: {
    readonly type: string;
    readonly id: string;
  }) => Promise<Pick<GuardInput, "related" | "counts">>;
  /** Local day of the office, ISO. */
  readonly today: string;
  readonly language: Language;
}

const listedDifferences = 50;

/** Asks both, one question after the other, and lists where they differ. */
export async function compareAnswers(questions: AsyncIterable<ShadowQuestion>): Promise<ShadowRun> {
  let compared = 0;
  let differing = 0;
  const failed = { before: 0, after: 0 };
  const differences: ShadowDifference[] = [];
  for await (const { type, id, before, after } of questions) {
    compared += 1;
    const [old, fresh] = [await answerOf(before), await answerOf(after)];
    if (old.failed) failed.before += 1;
    if (fresh.failed) failed.after += 1;
    if (JSON.stringify(old.lines) === JSON.stringify(fresh.lines)) continue;
    differing += 1;
    if (differences.length < listedDifferences) differences.push({ type, id, before: old.lines, after: fresh.lines });
  }
  return { compared, differing, failed, differences };
}

async function answerOf(ask: () => Promise<readonly ShadowLine[]>) {
  try {
    return { failed: false, lines: await ask() };
  } catch (error) {
    return { failed: true, lines: [{ text: error instanceof Error ? error.message : String(error), record: null }] };
  }
}
