import type { Json } from "../../../plugin-api/json.ts";
import { sameJson } from "../merge-data.ts";

/** How two values may be compared. */
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

const COMPARISONS: ReadonlySet<unknown> = new Set(["=", "!=", "<", "<=", ">", ">="]);

/** Whether the text is a comparison. */
export function isComparison(is: unknown): is is Comparison {
  return COMPARISONS.has(is);
}

/** Whether the comparison holds. Only numbers with numbers and texts with texts are before or after each other. */
export function compares(left: Json, is: Comparison, right: Json): boolean {
  if (is === "=") return sameJson(left, right);
  if (is === "!=") return !sameJson(left, right);
  const order = orderOf(left, right);
  if (order === null) return false;
  if (is === "<") return order < 0;
  if (is === "<=") return order <= 0;
  return is === ">" ? order > 0 : order >= 0;
}

function orderOf(left: Json, right: Json): number | null {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string") return null;
  return left < right ? -1 : left > right ? 1 : 0;
}
