import type { Change, Premise } from "../../../domain/changes/change.ts";
import type { Dialect } from "../dialect.ts";
import { foundRecords } from "../reading/found-records.ts";
import { bind, sql } from "../sql.ts";
import type { Connection } from "../statement.ts";
import { storableJson } from "../storable-json.ts";

/** Counts in one statement: databases limit how long it may be. */
const countedAtOnce = 50;

/** Of the transactions whose changes share a premise, lets one go on at a time. */
export async function lockPremises(
  { changes: { lockPremises: lock } }: Dialect,
  connection: Connection,
  changes: readonly Change[],
): Promise<void> {
  const keys = premisesOf(changes).map(({ key }) => key);
  if (lock !== null && keys.length > 0) await connection.run(lock, [storableJson(keys.sort())]);
}

/** Counts again what rules counted, by key. */
export async function countPremises(
  { expressions }: Dialect,
  connection: Connection,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, number>> {
  const premises = premisesOf(changes);
  const counted = new Map<string, number>();
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

function premisesOf(changes: readonly Change[]): readonly Premise[] {
  return [...new Map(changes.flatMap(({ premises = [] }) => premises.map((each) => [each.key, each]))).values()];
}
