import type { Refused } from "../../engine/execution/decision.ts";

/** Why a decision was refused, as sentences. */
export function refusalSentences({ reasons, errors }: Refused): readonly string[] {
  const fields = Object.entries(errors).map(([field, message]) => `${field} : ${message}`);
  return [...reasons.map((reason) => reason.message), ...fields];
}
