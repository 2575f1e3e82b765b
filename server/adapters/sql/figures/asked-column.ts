import type { FieldRef } from "../../../domain/records/record-reader.ts";
import type { Expressions, ValueIndex } from "../dialect.ts";
import { type Aggregation, groupExpressions, lengthOf } from "../reading/aggregate-records.ts";
import { systemColumn } from "../reading/field-columns.ts";
import { comparedExpression } from "../reading/field-expressions.ts";
import { literal } from "../sql.ts";
import type { Value } from "./value-column.ts";

/** A value of each record of a type that is asked for. */
export interface AskedColumn {
  /** What it is, of the records called `r`; the column is known by it. */
  readonly expression: string;
  /** Where it can be read without looking at the records. */
  readonly indexed: IndexedValue | null;
}

/** An index that holds what a column is made of. */
export interface IndexedValue {
  readonly index: ValueIndex;
  /** What the index holds of each record; null where it is enough that the record is there. */
  readonly expression: string | null;
  /** The column's value where the index holds that text. */
  readonly told: (text: string) => Value;
}

const isThere = "1";

/** Whether a record is there, or deleted: then null. */
export function liveColumn(expressions: Expressions, type: string): AskedColumn {
  const index = expressions.valueIndex(type, { name: "id", kind: "system" });
  const expression = `CASE WHEN r.deleted_at IS NULL THEN ${literal(isThere)} END`;
  return { expression, indexed: index && { index, expression: null, told: () => isThere } };
}

/** What is grouped by; null when that is not among the records' own values. */
export function groupColumns(
  expressions: Expressions,
  { type, groupBy }: Pick<Aggregation, "type" | "groupBy">,
): readonly AskedColumn[] | null {
  const groups = groupExpressions(expressions, groupBy);
  if (groups.joins !== "") return null;
  return groupBy.map((each, place) => {
    const name = typeof each === "string" ? each : each.field;
    const length = typeof each === "string" ? Number.POSITIVE_INFINITY : lengthOf[each.by];
    const told = (text: string) => JSON.stringify([...text].slice(0, length).join(""));
    const expression = expressions.asText(groups.expressions[place] ?? "");
    return { expression, indexed: indexedValue(expressions, { type, field: fieldCalled(name), told }) };
  });
}

/** What a condition compares with. */
export function testedColumn(expressions: Expressions, type: string, field: FieldRef): AskedColumn {
  const expression = comparedExpression(expressions, "r", field);
  return { expression, indexed: indexedValue(expressions, { type, field, told: (text) => text }) };
}

function indexedValue(
  expressions: Expressions,
  { type, field, told }: { readonly type: string; readonly field: FieldRef; readonly told: IndexedValue["told"] },
): IndexedValue | null {
  const index = expressions.valueIndex(type, field);
  return index && { index, expression: comparedExpression(expressions, "r", field), told };
}

/** Known by its name alone, it may have an index or not. */
function fieldCalled(name: string): FieldRef {
  return systemColumn(name) === undefined ? { name, kind: "exact", indexed: true } : { name, kind: "system" };
}
