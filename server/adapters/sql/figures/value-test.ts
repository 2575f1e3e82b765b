import type { Condition, FieldRef } from "../../../domain/records/record-reader.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Expressions } from "../dialect.ts";
import { comparedLength } from "../reading/search-columns.ts";
import { type AskedColumn, testedColumn } from "./asked-column.ts";
import type { Value } from "./value-column.ts";

/** A condition as a question about one value. */
export interface ValueTest {
  readonly column: AskedColumn;
  readonly isMet: (value: Value) => boolean;
}

type Comparison = "lt" | "lte" | "gt" | "gte";

const comparisons: { readonly [op in Comparison]: (value: string, wanted: string) => boolean } = {
  lt: (value, wanted) => value < wanted,
  lte: (value, wanted) => value <= wanted,
  gt: (value, wanted) => value > wanted,
  gte: (value, wanted) => value >= wanted,
};

/** The condition as a test that says the same as its SQL; null for one that only the database can answer. */
export function valueTest(condition: Condition, expressions: Expressions, type: string): ValueTest | null {
  const columnOf = (field: FieldRef) => testedColumn(expressions, type, field);
  if (condition.op === "stage") {
    const { path } = condition;
    const isIn = (leaf: string) => leaf === path || leaf.startsWith(`${path}.`);
    return {
      column: columnOf({ name: "stage", kind: "system" }),
      isMet: (value) => typeof value === "string" && value.split(",").some(isIn),
    };
  }
  if (!("field" in condition) || condition.op === "referredFrom" || condition.op === "reference") return null;
  const isMet = isText(condition.field) ? metBy(condition) : null;
  return isMet && { column: columnOf(condition.field), isMet };
}

function metBy(condition: Extract<Condition, { readonly field: FieldRef }>): ValueTest["isMet"] | null {
  if (condition.op === "null") return (value) => (value === null) === condition.is;
  if (condition.op === "in") {
    const wanted = new Set<Value>(condition.values.filter(isShort));
    return wanted.size < condition.values.length ? null : (value) => wanted.has(value);
  }
  if (!("value" in condition) || !isShort(condition.value)) return null;
  const { op, field, value: wanted } = condition;
  if (op === "eq") return (value) => value === wanted;
  if (op === "neq") return (value) => value !== wanted;
  return isOrdered(field) ? (value) => typeof value === "string" && comparisons[op](value, wanted) : null;
}

const notText: ReadonlySet<string> = new Set(["version", "workflowVersion"]);

/** Kept and compared as the text that it is. */
function isText({ name, kind }: FieldRef): boolean {
  return kind === "date" || kind === "exact" || (kind === "system" && !notText.has(name));
}

/** Of plain letters and digits, which sort alike everywhere. */
function isOrdered({ name, kind }: FieldRef): boolean {
  return kind === "date" || (kind === "system" && name !== "displayName");
}

function isShort(value: Json): value is string {
  return typeof value === "string" && value.length < comparedLength;
}
