import { setTimeout as wait } from "node:timers/promises";
import type {
  CallContext,
  DrillDown,
  GuardContribution,
  GuardInput,
  ImportedRecord,
  ImporterContribution,
  Match,
  MatcherContribution,
  ReportAnswer,
  ReportContribution,
  ReportParams,
  ReportRow,
} from "../contributions.ts";
import type { JsonObject } from "../json.ts";

/** One thing that a contribution promises and did not keep. */
export interface Breach {
  readonly rule: string;
  readonly what: string;
}

const languages = ["fr", "en"] as const;
const tolerance = 0.001;
/** How long an aborted call may take to end. */
const abortMs = 1000;

/**
 * What every matcher keeps: the same question has the same answer, best first, no more than asked for; each score is
 * between 0 and 1 and is what its reasons add up to, in words, in both languages; an aborted call ends.
 */
export async function checkMatcher(
  matcher: MatcherContribution,
  record: JsonObject,
  context: CallContext,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const first = await matcher.match(record, { limit: 20 }, context);
  const again = await matcher.match(record, { limit: 20 }, context);
  expectSame(breaches, "deterministic", first, again);
  const two = await matcher.match(record, { limit: 2 }, context);
  expectSame(breaches, "limit", two, first.slice(0, 2));
  if (first.some((match, n) => n > 0 && match.score > (first[n - 1]?.score ?? 0)))
    breaches.push({ rule: "best-first", what: "a lower score stands before a higher one" });
  for (const match of first) breaches.push(...scoreBreaches(match));
  for (const language of languages) {
    const told = await matcher.match(record, { limit: 20 }, { ...context, language });
    for (const { id, reasons, blockers } of told)
      for (const { code, message } of [...reasons, ...blockers])
        if (message.trim() === "")
          breaches.push({ rule: "in-words", what: `${id}: ${code} says nothing in ${language}` });
    expectSame(breaches, "same-score-in-every-language", told.map(scoreOf), first.map(scoreOf));
  }
  breaches.push(...(await abortBreaches((signal) => matcher.match(record, { limit: 20 }, { ...context, signal }))));
  return breaches;
}

const scoreOf = ({ id, score }: Match) => [id, score];

function scoreBreaches({ id, score, reasons }: Match): readonly Breach[] {
  const breaches: Breach[] = [];
  if (!(score >= 0 && score <= 1)) breaches.push({ rule: "score", what: `${id}: ${score} is not between 0 and 1` });
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - score) > tolerance)
    breaches.push({ rule: "explained", what: `${id}: the reasons add up to ${sum}, the score is ${score}` });
  return breaches;
}

/**
 * What every report keeps: the same question has the same answer; rows have a value for every column; each figure is
 * the number of records that its drill-down lists; an aborted call ends.
 */
export async function checkReport(
  report: ReportContribution,
  params: ReportParams,
  context: CallContext,
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const answer = await report.run(params, context);
  expectSame(breaches, "deterministic", answer, await report.run(params, context));
  for (const [n, row] of answer.rows.entries()) {
    for (const { key } of answer.columns)
      if (row[key] === undefined) breaches.push({ rule: "complete", what: `row ${n} has no ${key}` });
    breaches.push(...(await drillBreaches(row, answer, context)));
  }
  if (answer.definition.trim() === "") breaches.push({ rule: "in-words", what: "it does not say what is counted" });
  breaches.push(...(await abortBreaches((signal) => report.run(params, { ...context, signal }))));
  return breaches;
}

async function drillBreaches(row: ReportRow, answer: ReportAnswer, context: CallContext): Promise<readonly Breach[]> {
  const own = (row["drills"] ?? {}) as { readonly [column: string]: DrillDown };
  const breaches: Breach[] = [];
  for (const { key, type } of answer.columns) {
    const figure = row[key];
    if (type !== "number" || typeof figure !== "number") continue;
    const drill = own[key] ?? (row["drill"] as DrillDown | undefined);
    if (!drill) {
      breaches.push({ rule: "drill", what: `${key} = ${figure} has no drill-down` });
      continue;
    }
    const listed = await context.records.count(drill.type, drill.filter);
    if (listed !== figure)
      breaches.push({ rule: "drill", what: `${key} = ${figure}, but its drill-down lists ${listed}` });
  }
  return breaches;
}

/** What every guard keeps: it is pure, and says why in both languages when it blocks. */
export function checkGuard(
  guard: GuardContribution,
  params: JsonObject,
  inputs: readonly GuardInput[],
): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const input of inputs) {
    const before = JSON.stringify(input);
    const answer = guard.evaluate(params, input);
    expectSame(breaches, "deterministic", answer, guard.evaluate(params, input));
    if (JSON.stringify(input) !== before) breaches.push({ rule: "pure", what: "it changed what it was given" });
    for (const language of languages) {
      const told = guard.evaluate(params, { ...input, language });
      if (!told.ok && !told.reasons.some(({ message }) => message.trim() !== ""))
        breaches.push({ rule: "in-words", what: `it blocks without a reason in ${language}` });
    }
  }
  return breaches;
}

/**
 * What every importer keeps: each line of the files is a record, part of one, or rejected with its number and reason
 * (`expected` records come out), a second run yields the same keys and data, and an aborted run ends.
 */
export async function checkImporter(
  importer: ImporterContribution,
  path: string,
  expected: { readonly records: number; readonly rejected: number },
): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  const first = await readAll(importer, path, new AbortController().signal);
  const second = await readAll(importer, path, new AbortController().signal);
  if (first.records.length !== expected.records)
    breaches.push({ rule: "no-row-lost", what: `${first.records.length} records instead of ${expected.records}` });
  if (first.rejected.length !== expected.rejected)
    breaches.push({ rule: "rejects", what: `${first.rejected.length} rejected lines instead of ${expected.rejected}` });
  if (first.rejected.some((reason) => reason.trim() === ""))
    breaches.push({ rule: "in-words", what: "a line is rejected without a reason" });
  expectSame(breaches, "idempotent", first.records, second.records);
  const keys = new Set(first.records.map(({ key }) => JSON.stringify(key)));
  if (keys.size !== first.records.length) breaches.push({ rule: "unique-keys", what: "two records have the same key" });
  breaches.push(...(await abortBreaches((signal) => readAll(importer, path, signal))));
  return breaches;
}

async function readAll(importer: ImporterContribution, path: string, signal: AbortSignal) {
  const records: ImportedRecord[] = [];
  const rejected: string[] = [];
  const reject = ({ reason }: { readonly reason: string }) => rejected.push(reason);
  for await (const record of importer.read(path, { signal, language: "fr", reject })) records.push(record);
  return { records, rejected };
}

async function abortBreaches(call: (signal: AbortSignal) => Promise<unknown>): Promise<readonly Breach[]> {
  const late = new AbortController();
  const ended = await Promise.race([
    call(AbortSignal.abort()).then(
      () => "answered",
      () => "ended",
    ),
    wait(abortMs, "still running", { signal: late.signal }),
  ]);
  late.abort();
  return ended === "ended" ? [] : [{ rule: "abort", what: `an aborted call ${ended}` }];
}

function expectSame(breaches: Breach[], rule: string, one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) breaches.push({ rule, what: "two answers differ" });
}
