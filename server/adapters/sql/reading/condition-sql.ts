import type { Condition, FieldRef } from "../../../domain/records/record-reader.ts";
import { fold } from "../../../engine/schema/fold.ts";
import type { Json } from "../../../plugin-api/json.ts";
import type { Compared, Expressions } from "../dialect.ts";
import { and, bind, literal, or, type Sql, sql } from "../sql.ts";
import { dataField } from "./field-columns.ts";
import { comparedExpression, sortedExpression } from "./field-expressions.ts";
import { comparedLength } from "./search-columns.ts";

/** Which rows of `records` are spoken of: those of one type, under a name that no enclosing query has. */
export interface Scope {
  readonly expressions: Expressions;
  readonly alias: string;
  readonly type: string;
  /** The records are read in some order and looked at one by one; else the conditions find them. */
  readonly atHand?: boolean;
  /** Of those read in some order, many meet the conditions: it is soon enough to look at what each record says itself. */
  readonly many?: boolean;
}

type ConditionOf<Op extends Condition["op"]> = Extract<Condition, { readonly op: Op }>;
type Comparison = Extract<Condition, { readonly value: Json }>;

/** The live records of the type that meet all of the conditions. */
export function liveRecords(scope: Scope, conditions: readonly Condition[]): Sql {
  const { expressions, alias, type, atHand = false } = scope;
  // Any index of the type holds its live records: without statistics SQLite reads all of one for each that is at hand.
  const column = (name: string) => (atHand ? expressions.atHand(`${alias}.${name}`) : `${alias}.${name}`);
  const live = [sql`${column("type")} = ${literal(type)}`, sql`${column("deleted_at")} IS NULL`];
  return and([...live, ...conditions.map((condition) => conditionSql(scope, condition))]);
}

/** What a record has to meet. */
export function conditionSql(scope: Scope, condition: Condition): Sql {
  switch (condition.op) {
    case "eq":
      return equal(scope, condition.field, condition.value);
    case "neq":
      return sql`(${equal(scope, condition.field, condition.value)}) IS NOT TRUE`;
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return comparison(scope, condition, operators[condition.op]);
    case "in":
      return oneOf(scope, condition.field, condition.values.filter(isCompared));
    case "null":
      return isNull(scope, condition.field, condition.is);
    case "stage":
      return inStage(scope, condition.path);
    case "words":
      return hasWords(scope, condition);
    case "referredFrom":
      return sql`${scope.alias}.id IN ${referredFrom(scope, condition)}`;
    case "reference":
      return sql`${scope.alias}.id IN ${referringTo(scope, condition)}`;
    case "changedAfter":
      return sql`${scope.alias}.seq > (SELECT seq FROM records WHERE id = ${bind(condition.recordId)})`;
    case "any":
      return or(condition.of.map((each) => and(each.map((inner) => conditionSql(scope, inner)))));
    case "nothing":
      return sql`1 = 0`;
  }
}

/** Whether the value is one that fields are compared with. */
export function isCompared(value: Json): value is Compared {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isNull({ expressions, alias }: Scope, field: FieldRef, is: boolean): Sql {
  return sql`${comparedExpression(expressions, alias, field)} IS ${is ? "NULL" : "NOT NULL"}`;
}

function equal(scope: Scope, field: FieldRef, value: Json): Sql {
  return isCompared(value) ? oneOf(scope, field, [value]) : isNull(scope, field, true);
}

function oneOf(scope: Scope, field: FieldRef, values: readonly Compared[]): Sql {
  const { expressions, alias, type, atHand = false } = scope;
  const data = dataField(field);
  if (data?.kind === "list")
    return expressions.holdsOneOf({ alias, type, name: data.name, indexed: field.indexed === true, atHand }, values);
  const expression = comparedExpression(expressions, alias, field);
  const [only, ...others] = values;
  if (only === undefined) return sql`1 = 0`;
  if (data === null) {
    return others.length === 0
      ? sql`${expression} = ${expressions.bound(only)}`
      : expressions.isOneOf(expression, values);
  }
  const isLong = values.some((value) => typeof value === "string" && value.length >= comparedLength);
  return isLong || others.length === 0
    ? or(values.map((value) => expressions.equals(alias, data, value)))
    : expressions.isOneOf(expression, values);
}

const operators = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

function comparison(scope: Scope, { field, value }: Comparison, operator: string): Sql {
  const { expressions, alias, atHand = false } = scope;
  if (!isCompared(value)) return sql`1 = 0`;
  const operand = field.kind === "text" ? fold(String(value)).slice(0, comparedLength) : value;
  const expression = sortedExpression(expressions, alias, field);
  return sql`${atHand ? expressions.atHand(expression) : expression} ${operator} ${expressions.bound(operand)}`;
}

/**
 * The stages that the type's records are in are few: they are read off the index one by one, and those that begin with
 * the path are looked up in it.
 */
function inStage({ expressions, alias, type }: Scope, path: string): Sql {
  const next = (after: string) =>
    `SELECT min(stage) FROM records WHERE type = ${literal(type)} AND deleted_at IS NULL AND stage IS NOT NULL${after}`;
  const leaves = "',' || stage || ','";
  return sql`${alias}.stage IS NOT NULL AND ${alias}.stage IN (
    WITH RECURSIVE stages (stage) AS (
      SELECT (${next("")}) UNION ALL
      SELECT (${next(" AND records.stage > stages.stage")}) FROM stages WHERE stages.stage IS NOT NULL
    )
    SELECT stage FROM stages WHERE stage IS NOT NULL AND (
      ${expressions.contains(leaves, bind(`,${path},`))} OR ${expressions.contains(leaves, bind(`,${path}.`))}
    ))`;
}

/** Every word stands in the record itself, or in a record that it is called after. */
function hasWords(scope: Scope, { words, classes, through }: ConditionOf<"words">): Sql {
  const subjects = through.filter((each) => each.classes.length > 0);
  if (subjects.length === 0) {
    if (classes.length === 0) return words.length === 0 ? and([]) : sql`1 = 0`;
    return ownWords(
      scope,
      words.map((word) => prefixes(classes, word)),
    );
  }
  return and(
    words.map((word) =>
      or([
        ...(classes.length === 0 ? [] : [ownWords(scope, [prefixes(classes, word)])]),
        ...subjects.map(({ field, type, classes: letters }) => {
          const subject = innerScope(scope, type);
          const found = and([liveRecords(subject, []), ownWords(subject, [prefixes(letters, word)])]);
          return sql`${scope.alias}.id IN ${referringIds(field, subject, found)}`;
        }),
      ]),
    ),
  );
}

function ownWords(
  { expressions, alias, atHand = false, many = false }: Scope,
  groups: readonly (readonly string[])[],
): Sql {
  if (groups.length === 0) return and([]);
  return many ? expressions.saysWords(alias, groups) : expressions.hasWords({ alias, groups, atHand });
}

/** The word in each of the reading classes. */
export function prefixes(letters: readonly string[], word: string): readonly string[] {
  return letters.map((letter) => letter + word);
}

function referringTo(scope: Scope, { field, type, where }: ConditionOf<"reference">): Sql {
  const target = innerScope(scope, type);
  return referringIds(field, target, liveRecords(target, where));
}

function referringIds(field: string, target: Scope, where: Sql): Sql {
  const { alias } = target;
  return sql`(SELECT ${alias}_ref.from_id FROM records ${alias}
    JOIN refs ${alias}_ref ON ${alias}_ref.to_id = ${alias}.id AND ${alias}_ref.field = ${bind(field)} WHERE ${where})`;
}

function referredFrom(scope: Scope, { field, type, where }: ConditionOf<"referredFrom">): Sql {
  const source = innerScope(scope, type);
  const { alias } = source;
  return sql`(SELECT ${alias}_ref.to_id FROM records ${alias}
    JOIN refs ${alias}_ref ON ${alias}_ref.from_id = ${alias}.id AND ${alias}_ref.field = ${bind(field)}
    WHERE ${liveRecords(source, where)})`;
}

function innerScope({ expressions, alias }: Scope, type: string): Scope {
  return { expressions, alias: `${alias}r`, type };
}
