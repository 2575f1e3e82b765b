import type { Change } from "../../domain/changes/change.ts";
import type { Dialect } from "./dialect.ts";
import { foundRecords } from "./found-records.ts";
import { bind, sql } from "./sql.ts";
import type { Connection } from "./statement.ts";
import { storableJson } from "./storable-json.ts";

/** Counts that go into one statement: databases bound how long it may be. */
const countedAtOnce = 50;

/** Counts again what rules counted, by key; of changes that share a premise, one transaction is let in at a time. */
export async function countPremises(
  { changes: { holdPremises }, expressions }: Dialect,
  connection: Connection,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, number>> {
  const premises = [
    ...new Map(changes.flatMap(({ premises = [] }) => premises.map((each) => [each.key, each]))).values(),
  ];
  const counted = new Map<string, number>();
  if (premises.length === 0) return counted;
  const keys = premises.map(({ key }) => key).sort();
  if (holdPremises !== null) await connection.run(holdPremises, [storableJson(keys)]);
  for (let from = 0; from < premises.length; from += countedAtOnce) {
    const counts = premises.slice(from, from + countedAtOnce).map(({ key, type, where: conditions }) => {
      const { from, where } = foundRecords({ expressions, alias: "r", type }, conditions).counted;
      return sql`SELECT ${bind(key)} AS key, count(*) AS count FROM ${from} WHERE ${where}`;
    });
    const together = counts.reduce((all, count) => sql`${all} UNION ALL ${count}`);
    for (const row of await connection.query(together)) counted.set(String(row["key"]), Number(row["count"]));
  }
  return counted;
}
