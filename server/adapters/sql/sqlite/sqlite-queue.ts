import type { QueueStatements } from "../dialect.ts";

/** One connection writes: whoever leases has the rows without a lock. */
export const sqliteQueue: QueueStatements = {
  leaseTimers: {
    name: "lease-timers",
    sql: `UPDATE timers SET lease_until = ?3 WHERE (record_id, key) IN (
      SELECT record_id, key FROM timers WHERE given_up_at IS NULL AND due_at <= ?1
        AND (lease_until IS NULL OR lease_until <= ?1 OR lease_until > ?4)
      ORDER BY due_at LIMIT ?2
    ) RETURNING *`,
  },
  leaseEffects: {
    name: "lease-effects",
    sql: `UPDATE outbox SET lease_until = ?3 WHERE nr IN (
      SELECT nr FROM outbox WHERE (due_at <= ?1 OR due_at > ?4)
        AND (lease_until IS NULL OR lease_until <= ?1 OR lease_until > ?4)
      ORDER BY nr LIMIT ?2
    ) RETURNING *`,
  },
  leaseEffectsOf: {
    name: "lease-effects-of",
    sql: `UPDATE outbox SET lease_until = ?2
    WHERE record_id IN (SELECT value FROM json_each(?1, '$.ids'))
      AND attempts = 0 AND lease_until IS NULL
      AND (json_type(?1, '$.types') = 'null' OR type IN (SELECT value FROM json_each(?1, '$.types')))
    RETURNING *`,
  },
};
