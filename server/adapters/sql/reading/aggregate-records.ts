import type { Condition, RecordReader } from "../../../domain/records/record-reader.ts";
import type { AggregateRow } from "../../../plugin-api/contributions/index.ts";
import { type Database, select } from "../database.ts";
import type { Expressions } from "../dialect.ts";
import { sql } from "../sql.ts";
import { liveRecords } from "./condition-sql.ts";
import { GroupedFields } from "./grouped-fields.ts";
import { readJson } from "./record-row.ts";

type AggregateQuery = Parameters<RecordReader["aggregate"]>[2];

/** What is counted of one type: under which conditions, in which groups. */
export interface Aggregation extends AggregateQuery {
  readonly type: string;
  readonly where: readonly Condition[];
}

/** Characters of a date that stand for its year or month. */
export const lengthOf = { year: "2026".length, month: "2026-01".length };

/** Groups the live records that meet the conditions, and counts each group. */
export async function aggregateRecords(database: Database, query: Aggregation): Promise<readonly AggregateRow[]> {
  const { expressions } = database.dialect;
  const { averageDays } = query;
  const fields = new GroupedFields(expressions, "r");
  const groups = groupsOf(fields, query.groupBy);
  const selected = [
    ...groups.map((group, index) => `${group} AS group${index}`),
    "count(*) AS count",
    ...(averageDays
      ? [`avg(${expressions.days(fields.text(averageDays.from), fields.text(averageDays.to))}) AS average`]
      : []),
  ];
  const places = groups.map((_, index) => String(index + 1)).join(", ");
  const rows = await select(
    database,
    sql`SELECT ${selected.join(", ")} FROM records r ${fields.joins()}
    WHERE ${liveRecords({ expressions, alias: "r", type: query.type }, query.where)}
    ${places === "" ? "" : `GROUP BY ${places} ORDER BY ${places}`}`,
  );
  return rows.map((row) => ({
    group: groups.map((_, index) => readJson(row[`group${index}`])),
    count: Number(row["count"]),
    ...(averageDays ? { averageDays: row["average"] === null ? null : Number(row["average"]) } : {}),
  }));
}

/** What the records called `r` are grouped by, as JSON text, and the joins that this needs. */
export function groupExpressions(expressions: Expressions, groupBy: AggregateQuery["groupBy"]) {
  const fields = new GroupedFields(expressions, "r");
  return { expressions: groupsOf(fields, groupBy), joins: fields.joins() };
}

function groupsOf(fields: GroupedFields, groupBy: AggregateQuery["groupBy"]): readonly string[] {
  return groupBy.map((each) =>
    typeof each === "string" ? fields.json(each) : fields.beginning(each.field, lengthOf[each.by]),
  );
}
