import type { QueueStatements } from "../dialect.ts";

/** `SKIP LOCKED`: several processes lease at once without waiting for each other. */
export const postgresQueue: QueueStatements = {
  leaseTimers: {
    name: "lease-timers",
    sql: `UPDATE timers SET lease_until = $3 FROM (
      SELECT record_id, key FROM timers WHERE given_up_at IS NULL AND due_at <= $1
        AND (lease_until IS NULL OR lease_until <= $1 OR lease_until > $4)
      ORDER BY due_at LIMIT $2::integer FOR UPDATE SKIP LOCKED
    ) AS due WHERE timers.record_id = due.record_id AND timers.key = due.key RETURNING timers.*`,
  },
  leaseEffects: {
    name: "lease-effects",
    sql: `UPDATE outbox SET lease_until = $3 FROM (
      SELECT nr FROM outbox WHERE (due_at <= $1 OR due_at > $4)
        AND (lease_until IS NULL OR lease_until <= $1 OR lease_until > $4)
      ORDER BY nr LIMIT $2::integer FOR UPDATE SKIP LOCKED
    ) AS due WHERE outbox.nr = due.nr RETURNING outbox.*`,
  },
  leaseEffectsOf: {
    name: "lease-effects-of",
    sql: `UPDATE outbox SET lease_until = $2 FROM (
      SELECT nr FROM outbox
      WHERE record_id = ANY (ARRAY(SELECT json_array_elements_text($1::json -> 'ids')))
        AND attempts = 0 AND lease_until IS NULL
        AND (json_typeof($1::json -> 'types') = 'null'
          OR type IN (SELECT json_array_elements_text(($1::json ->> 'types')::json)))
      ORDER BY nr FOR UPDATE SKIP LOCKED
    ) AS waiting WHERE outbox.nr = waiting.nr RETURNING outbox.*`,
  },
};
