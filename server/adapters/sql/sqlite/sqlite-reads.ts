import type { ReadStatements } from "../dialect.ts";
import { numberInColumns, recordColumns } from "../reading/record-row.ts";

/** All come as one JSON object, so that the statement is prepared once for any number. */
export const sqliteReads: ReadStatements = {
  recordsAround: {
    name: "records-around",
    sql: `WITH asked (id) AS (
      SELECT value FROM json_each(?1, '$.ids')
      UNION ALL SELECT value FROM json_each(?1, '$.known') WHERE NOT EXISTS (
        SELECT 1 FROM counters JOIN json_each(?1, '$.counts') AS known ON known.value = counters.value WHERE name = 'changes')
    ), near (id) AS (SELECT to_id FROM asked JOIN refs ON from_id = asked.id)
    SELECT ${recordColumns("r")} FROM records r WHERE r.deleted_at IS NULL AND r.id IN (
      SELECT id FROM asked UNION SELECT id FROM near UNION SELECT to_id FROM near JOIN refs ON from_id = near.id
    ) UNION ALL SELECT ${numberInColumns("value")} FROM counters WHERE name = 'changes'`,
  },
};
