import type { Knex } from "knex";
import type { Dialect } from "../dialect.ts";

/** What failed for good, how deep a chain of effects is, and the chores of the day. */
export async function createIncidents(knex: Knex, dialect: Dialect): Promise<void> {
  const text = dialect.name === "sqlite" ? "text" : 'text COLLATE "C"';
  const statements = [
    "ALTER TABLE outbox ADD COLUMN depth integer NOT NULL DEFAULT 0",
    "ALTER TABLE timers ADD COLUMN depth integer NOT NULL DEFAULT 0",
    "ALTER TABLE timers ADD COLUMN attempts integer NOT NULL DEFAULT 0",
    `ALTER TABLE timers ADD COLUMN given_up_at ${text}`,
    `CREATE TABLE incidents (
      id ${text} PRIMARY KEY,
      source text NOT NULL,
      kind ${text} NOT NULL,
      record_type text NOT NULL,
      record_id ${text} NOT NULL,
      key ${text} NOT NULL,
      due_at ${text},
      attempts integer NOT NULL,
      failed_at ${text} NOT NULL,
      code text NOT NULL,
      message text NOT NULL,
      resolution text,
      resolved_at ${text},
      resolved_by text,
      resolved_by_name text
    )`,
    "CREATE INDEX incidents_open ON incidents (failed_at, id) WHERE resolution IS NULL",
    "CREATE INDEX incidents_resolved ON incidents (resolved_at, id) WHERE resolution IS NOT NULL",
    `CREATE TABLE chores (name ${text} PRIMARY KEY, day text NOT NULL, done boolean NOT NULL, lease_until ${text})`,
  ];
  for (const statement of statements) await knex.raw(statement);
}
