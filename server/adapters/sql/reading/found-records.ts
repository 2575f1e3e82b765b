import type { Condition } from "../../../domain/records/record-reader.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Stream } from "../dialect.ts";
import { and, type Sql } from "../sql.ts";
import { conditionSql, isCompared, liveRecords, prefixes, type Scope } from "./condition-sql.ts";

/** Where records are read from, and what they have to meet. */
export interface Source {
  readonly from: string;
  readonly where: Sql;
  /** Enough to count them. */
  readonly counted: Pick<Source, "from" | "where">;
}

/**
 * The live records that meet the conditions, from where they are found soonest. A database without statistics takes any
 * index for as good as any other: values that an index finds go before the items of lists and words, and these before
 * sizes; all others are asked of the records that were found.
 */
export function foundRecords(scope: Scope, conditions: readonly Condition[]): Source {
  const from = `records ${scope.alias}`;
  const looked = { ...scope, atHand: true };
  if (conditions.some(isValue)) {
    const parts = conditions.map((condition) => conditionSql(isValue(condition) ? scope : looked, condition));
    return asItIs({ from, where: and([liveRecords(scope, []), ...parts]) });
  }
  for (const condition of conditions) {
    const stream = streamOf(scope, condition);
    if (stream === null) continue;
    const others = conditions.filter((other) => other !== condition);
    const source = { from: stream.from, where: and([stream.where, liveRecords(looked, others)]) };
    return others.length === 0 && stream.alone !== null
      ? { ...source, counted: { from: stream.alone, where: stream.where } }
      : asItIs(source);
  }
  return asItIs({ from, where: liveRecords(scope, conditions) });
}

function asItIs(source: Pick<Source, "from" | "where">): Source {
  return { ...source, counted: source };
}

const foundByValue: ReadonlySet<string> = new Set(["text", "exact", "date"]);
const foundBySystem: ReadonlySet<string> = new Set(["id", "assigneeId"]);

/** An equality that an index of values answers. */
function isValue(condition: Condition): boolean {
  if (condition.op !== "eq" && condition.op !== "in") return false;
  const { field } = condition;
  if (field.kind === "system") return foundBySystem.has(field.name);
  return field.indexed === true && foundByValue.has(field.kind);
}

function streamOf({ expressions, alias, type }: Scope, condition: Condition): Stream | null {
  if (condition.op === "words") {
    const { words, classes, through } = condition;
    const isPlain = words.length > 0 && classes.length > 0 && through.every((each) => each.classes.length === 0);
    const groups = words.map((word) => prefixes(classes, word));
    return isPlain ? expressions.streamOf({ alias, groups, atHand: false }, []) : null;
  }
  if (condition.op !== "eq" && condition.op !== "in") return null;
  const { name, kind, indexed = false } = condition.field;
  if (kind !== "list") return null;
  const values: readonly Json[] = "values" in condition ? condition.values : [condition.value];
  return expressions.streamOf({ alias, type, name, indexed, atHand: false }, values.filter(isCompared));
}
