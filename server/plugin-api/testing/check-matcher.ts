import type { CallContext, Match, MatcherContribution } from "../contributions/index.ts";
import type { JsonObject } from "../json.ts";
import { abortBreaches, type Breach, differing, languages } from "./breach.ts";

const tolerance = 0.001;

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
  breaches.push(...differing("deterministic", first, again));
  const two = await matcher.match(record, { limit: 2 }, context);
  breaches.push(...differing("limit", two, first.slice(0, 2)));
  if (first.some((match, n) => n > 0 && match.score > (first[n - 1]?.score ?? 0)))
    breaches.push({ rule: "best-first", what: "a lower score stands before a higher one" });
  for (const match of first) breaches.push(...scoreBreaches(match));
  for (const language of languages) {
    const told = await matcher.match(record, { limit: 20 }, { ...context, language });
    for (const { id, reasons, blockers } of told)
      for (const { code, message } of [...reasons, ...blockers])
        if (message.trim() === "")
          breaches.push({ rule: "in-words", what: `${id}: ${code} says nothing in ${language}` });
    breaches.push(...differing("same-score-in-every-language", told.map(scoreOf), first.map(scoreOf)));
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
