import type { Database } from "../../server/adapters/sql/database.ts";

interface MadeIndex {
  readonly type: string;
  readonly made_by: string;
  readonly dropped_by: string;
}

/**
 * Copies the records of a type, without their history, until there are so many: a million within minutes, where the one
 * road takes a quarter of an hour. The type's indexes are made again at the end.
 */
export async function multiply(database: Database, type: string, count: number): Promise<void> {
  const { patient, dialect } = database;
  await patient.transaction(async (transaction) => {
    const [counted] = await transaction("records").where({ type }).count("* as count");
    const there = Number(counted?.["count"]);
    const missing = count - there;
    if (missing <= 0) return;
    const indexes = await transaction<MadeIndex>("type_plans").where({ type }).whereLike("made_by", "CREATE INDEX %");
    for (const { dropped_by: drop } of indexes) await transaction.raw(drop);
    const columns = Object.keys(await transaction("records").columnInfo());
    const copied = columns.filter((column) => !["row_id", "id", "seq"].includes(column));
    const counter = transaction("counters").where({ name: "changes" });
    const seq = Number((await counter.clone().first())?.value);
    await transaction.raw(
      `WITH RECURSIVE copies (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < ?)
      INSERT INTO records (id, seq, ${copied.join(", ")})
      SELECT copy.id || '-' || (${seq} + nr), ${seq} + nr, ${copied.join(", ")}
      FROM (SELECT r.*, row_number() OVER () AS nr FROM copies CROSS JOIN records r WHERE r.type = ? LIMIT ?) AS copy`,
      [Math.ceil(missing / there), type, missing],
    );
    await counter.update({ value: seq + missing });
    for (const { made_by: make } of indexes) await transaction.raw(make);
  });
  await dialect.tables.refreshStatistics(patient);
}
