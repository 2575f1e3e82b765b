import type { PublishedType } from "../../domain/definitions/published-type.ts";
import type { GuardAnswer, GuardInput, RecordAccess } from "../../plugin-api/contributions/index.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { GuardParams } from "../../plugin-api/workflow-definition.ts";
import type { HostedMatcher } from "../plugin-host.ts";
import { isObject } from "../settings/settings-schema.ts";
import type { ShadowLine, ShadowQuestion, ShadowSources } from "./shadow-run.ts";

const askedOfMatchers = 50;
const candidatesCompared = 5;
const askedOfGuards = 500;

/** A matcher by itself: its fallback would hide what fails. */
export type ShadowMatcher = Pick<HostedMatcher, "for" | "candidates" | "match">;

/** A guard by itself: its fallback would hide what fails. */
export interface ShadowGuard {
  readonly readsEvent: boolean;
  /** @throws PluginCallError when it comes to nothing. */
  evaluate(params: JsonObject, input: GuardInput): GuardAnswer;
}

type Pair<T> = { readonly before: T; readonly after: T };

/** The live records that the matcher in force is for, each asked of both. */
export async function* matcherQuestions(
  { before, after }: Pair<ShadowMatcher>,
  records: RecordAccess,
  { types, language }: ShadowSources,
): AsyncGenerator<ShadowQuestion> {
  const type = types.find(({ id }) => id === before.for);
  const filter = type?.kind === "workflow" ? { status: "active" } : {};
  for (const record of await records.list(before.for, { filter, limit: askedOfMatchers })) {
    const ask = async (matcher: ShadowMatcher): Promise<readonly ShadowLine[]> => {
      const matches = await matcher.match(record, candidatesCompared, language);
      return matches.map(({ id, score }) => ({
        text: `${Math.round(score * 100)}\u00A0%`,
        record: { type: matcher.candidates, id },
      }));
    };
    yield { type: before.for, id: String(record["id"]), before: () => ask(before), after: () => ask(after) };
  }
}

/** The live cases of every workflow that names the guard, with the parameters that it is named with, asked of both. */
export async function* guardQuestions(
  guard: string,
  { before, after }: Pair<ShadowGuard>,
  { records, sources }: { readonly records: RecordAccess; readonly sources: ShadowSources },
): AsyncGenerator<ShadowQuestion> {
  let left = askedOfGuards;
  for (const type of sources.types) {
    const uses = [...usesOf(guard, type.definition)];
    if (uses.length === 0) continue;
    const filter = type.kind === "workflow" ? { status: "active" } : {};
    for await (const batch of records.each(type.id, filter)) {
      for (const record of batch.slice(0, left)) yield* casesOf(type, record, { uses, before, after, sources });
      left -= batch.length;
      if (left <= 0) return;
    }
  }
}

interface GuardCase extends Pair<ShadowGuard> {
  readonly uses: readonly GuardParams[];
  readonly sources: ShadowSources;
}

async function* casesOf(
  type: PublishedType,
  record: JsonObject,
  { uses, before, after, sources }: GuardCase,
): AsyncGenerator<ShadowQuestion> {
  const { today, language } = sources;
  const facts = await sources.facts({ type: type.id, id: String(record["id"]) });
  const input = { case: record, ...facts, today, language };
  for (const params of uses) {
    const ask = async (guard: ShadowGuard): Promise<readonly ShadowLine[]> => {
      // What a form had is what the case has now.
      const answer = guard.evaluate(params as JsonObject, guard.readsEvent ? { ...input, event: record } : input);
      return answer.ok ? [] : answer.reasons.map(({ message }) => ({ text: message, record: null }));
    };
    yield { type: type.id, id: String(record["id"]), before: () => ask(before), after: () => ask(after) };
  }
}

/** The parameters of each place of a definition that names the guard. */
function* usesOf(guard: string, value: unknown): Generator<GuardParams> {
  if (Array.isArray(value)) {
    for (const item of value) yield* usesOf(guard, item);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const { type, params } = value as { readonly type?: unknown; readonly params?: JsonObject };
  if (type === guard) yield isObject(params) ? params : {};
  for (const [key, part] of Object.entries(value)) {
    if (key === "guard" && part === guard) yield {};
    yield* usesOf(guard, part);
  }
}
