import type { ReadStatements } from "../dialect.ts";
import { numberInColumns, recordColumns } from "../reading/record-row.ts";

const texts = (member: string) => `SELECT json_array_elements_text($1::json -> '${member}') COLLATE "C"`;

/** All come as one JSON object, so that the statement is prepared once for any number. */
export const postgresReads: ReadStatements = {
  recordsAround: {
    name: "records-around",
    sql: `WITH asked (id) AS (
      ${texts("ids")} UNION ALL ${texts("known")} WHERE NOT EXISTS (
        SELECT 1 FROM counters WHERE name = 'changes' AND value IN (SELECT json_array_elements_text($1::json -> 'counts')::bigint))
    ), near (id) AS (SELECT to_id FROM asked JOIN refs ON from_id = asked.id)
    SELECT ${recordColumns("r")} FROM records r WHERE r.deleted_at IS NULL AND r.id = ANY (ARRAY(
      SELECT id FROM asked UNION SELECT id FROM near UNION SELECT to_id FROM near JOIN refs ON from_id = near.id
    )) UNION ALL SELECT ${numberInColumns("value")} FROM counters WHERE name = 'changes'`,
  },
};
