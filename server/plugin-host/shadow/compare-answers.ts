import { isDeepStrictEqual } from "node:util";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import { placeOf } from "../place-of.ts";
import { PluginCallError } from "../plugin-errors.ts";
import type { ShadowChange, ShadowDifference, ShadowLine, ShadowRun } from "./shadow-run.ts";

/** One question, asked of both. */
export interface ShadowQuestion extends Pick<ShadowDifference, "type" | "id" | "at" | "action"> {
  /** @throws when the call comes to nothing. */
  readonly before: () => Promise<readonly ShadowLine[]>;
  readonly after: () => Promise<readonly ShadowLine[]>;
}

/** Asks both, one question after the other, and lists where they differ. */
export async function compareAnswers(
  questions: readonly ShadowQuestion[],
  language: Language,
): Promise<Omit<ShadowRun, "records" | "of" | "next">> {
  const failed = { before: 0, after: 0 };
  const differences: ShadowDifference[] = [];
  for (const { before, after, ...about } of questions) {
    const [old, fresh] = [await answerOf(before, language), await answerOf(after, language)];
    if (old.failed) failed.before += 1;
    if (fresh.failed) failed.after += 1;
    if (isDeepStrictEqual(old, fresh)) continue;
    const change = old.failed || fresh.failed ? "fails" : changeOf(about.action, old.lines, fresh.lines);
    differences.push({ ...about, change, ...onlyWhereTheyDiffer(old.lines, fresh.lines) });
  }
  return { compared: questions.length, differing: differences.length, failed, differences };
}

async function answerOf(ask: () => Promise<readonly ShadowLine[]>, language: Language) {
  try {
    return { failed: false, lines: await ask() };
  } catch (error) {
    return { failed: true, lines: [{ text: failureText(error, language), record: null, why: [] }] };
  }
}

/** What the reader is told, and for whoever wrote the code what it threw and where. */
function failureText(error: unknown, language: Language): string {
  if (!(error instanceof PluginCallError)) return error instanceof Error ? error.message : String(error);
  const { cause } = error;
  const thrown = cause instanceof Error ? [cause.message, placeOf(cause)].filter(Boolean).join(", ") : "";
  return `${inLanguage(error.details.message, language)}${thrown && ` (${thrown})`}`;
}

function changeOf(action: string | null, old: readonly ShadowLine[], fresh: readonly ShadowLine[]): ShadowChange {
  if (action !== null) {
    if (old.length === 0) return "blocks";
    return fresh.length === 0 ? "passes" : "reasons";
  }
  const ids = (lines: readonly ShadowLine[]) => lines.map(({ record }) => record?.id);
  if (ids(old)[0] !== ids(fresh)[0]) return "first";
  return isDeepStrictEqual(ids(old), ids(fresh)) ? "scores" : "others";
}

/** Why a candidate scores as it does is told of those alone that the two see otherwise. */
function onlyWhereTheyDiffer(before: readonly ShadowLine[], after: readonly ShadowLine[]) {
  const told = (lines: readonly ShadowLine[], others: readonly ShadowLine[]) =>
    lines.map((line) => (others.some((other) => isDeepStrictEqual(line, other)) ? { ...line, why: [] } : line));
  return { before: told(before, after), after: told(after, before) };
}
