import type { ReadStatements } from "../dialect.ts";
import { recordColumns } from "../reading/record-row.ts";

/** Ids come as one JSON array, so that the statement is prepared once for any number. */
export const postgresReads: ReadStatements = {
  recordsAround: {
    name: "records-around",
    sql: `WITH asked (id) AS (SELECT json_array_elements_text($1::json) COLLATE "C"),
      near (id) AS (SELECT to_id FROM asked JOIN refs ON from_id = asked.id)
    SELECT ${recordColumns("r")} FROM records r WHERE r.deleted_at IS NULL AND r.id = ANY (ARRAY(
      SELECT id FROM asked UNION SELECT id FROM near UNION SELECT to_id FROM near JOIN refs ON from_id = near.id
    ))`,
  },
};
