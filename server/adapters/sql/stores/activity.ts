import { enginePrincipal } from "../../../domain/changes/caller.ts";
import type { Activity } from "../../../domain/privacy/activity.ts";
import { type Database, select } from "../database.ts";
import { bind, literal, sql } from "../sql.ts";
import type { Row } from "../statement.ts";

/** What has happened to records, read from the history. */
export function createActivity(database: Database): Activity {
  return {
    async lastOf(ids) {
      const rows: Row[] = await database
        .reading("events")
        .whereIn("record_id", ids)
        .whereNot({ actor_id: enginePrincipal.id })
        .groupBy("record_id")
        .select("record_id")
        .max({ at: "at" });
      return new Map(rows.map((row) => [String(row["record_id"]), String(row["at"])]));
    },
    async deletedBefore(type, at) {
      const rows = await select(
        database,
        sql`SELECT id FROM records WHERE type = ${literal(type)} AND deleted_at < ${bind(at)} AND erased_at IS NULL`,
      );
      return rows.map((row) => String(row["id"]));
    },
    async erased(limit) {
      const rows = await select(
        database,
        sql`SELECT r.type, r.erased_at, e.event, e.actor_name FROM records r
        JOIN events e ON e.record_id = r.id AND e.seq = r.version
        WHERE r.erased_at IS NOT NULL ORDER BY r.erased_at DESC, r.id LIMIT ${bind(limit)}`,
      );
      return rows.map((row) => ({
        type: String(row["type"]),
        at: String(row["erased_at"]),
        how: row["event"] === "anonymise" ? "anonymised" : "erased",
        by: String(row["actor_name"]),
      }));
    },
  };
}
