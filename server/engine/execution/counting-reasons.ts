import type { Reason } from "../../plugin-api/reason.ts";
import type { GuardTree } from "./guard-tree.ts";

/** Why a rule blocks, as far as it does so by what it counted: none when it blocks for other reasons alone. */
export function countingReasons(tree: GuardTree): readonly Reason[] {
  const { rule, ok, actual, reasons, parts = [] } = tree;
  if (ok !== false) return [];
  // A count that was not asked for has not been seen.
  if (rule === "count") return actual === undefined ? [] : reasons;
  if (rule === "not") return parts.some(hasCounted) ? reasons : [];
  const ofParts = parts.flatMap(countingReasons);
  const speaksForItself = !parts.some((part) => part.reasons.some((reason) => reasons.includes(reason)));
  return ofParts.length > 0 && speaksForItself ? reasons : ofParts;
}

function hasCounted({ rule, actual, parts = [] }: GuardTree): boolean {
  return (rule === "count" && actual !== undefined) || parts.some(hasCounted);
}
