import type { GuardContribution, GuardInput } from "../contributions/index.ts";
import type { JsonObject } from "../json.ts";
import { type Breach, differing, languages } from "./breach.ts";

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
    breaches.push(...differing("deterministic", answer, guard.evaluate(params, input)));
    if (JSON.stringify(input) !== before) breaches.push({ rule: "pure", what: "it changed what it was given" });
    for (const language of languages) {
      const told = guard.evaluate(params, { ...input, language });
      if (!told.ok && !told.reasons.some(({ message }) => message.trim() !== ""))
        breaches.push({ rule: "in-words", what: `it blocks without a reason in ${language}` });
    }
  }
  return breaches;
}
