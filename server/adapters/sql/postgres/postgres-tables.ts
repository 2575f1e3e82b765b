import type { Knex } from "knex";

/** Ids, codes, instants and folded keys compare byte by byte, as on SQLite. */
const text = 'text COLLATE "C"';

const statements = [
  `CREATE TABLE records (
    row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id ${text} NOT NULL UNIQUE,
    type ${text} NOT NULL,
    version integer NOT NULL,
    created_at ${text} NOT NULL,
    updated_at ${text} NOT NULL,
    deleted_at ${text},
    seq bigint NOT NULL,
    data jsonb NOT NULL,
    keys jsonb NOT NULL,
    label text NOT NULL,
    label_key ${text} NOT NULL,
    words tsvector NOT NULL,
    state text,
    remembered text,
    armed text,
    stage ${text},
    status ${text},
    assignee_id ${text},
    stage_since ${text},
    due_at ${text},
    workflow_version integer
  )`,
  "CREATE INDEX records_seq ON records (type, seq)",
  "CREATE INDEX records_id ON records (type, id) WHERE deleted_at IS NULL",
  "CREATE INDEX records_created_at ON records (type, created_at, id) WHERE deleted_at IS NULL",
  "CREATE INDEX records_updated_at ON records (type, updated_at, id) WHERE deleted_at IS NULL",
  "CREATE INDEX records_label ON records (type, label_key, id) WHERE deleted_at IS NULL",
  "CREATE INDEX records_stage ON records (type, stage, stage_since, id) WHERE deleted_at IS NULL AND stage IS NOT NULL",
  "CREATE INDEX records_status ON records (type, status, id) WHERE deleted_at IS NULL AND status IS NOT NULL",
  "CREATE INDEX records_assignee ON records (type, assignee_id, id) WHERE deleted_at IS NULL AND assignee_id IS NOT NULL",
  "CREATE INDEX records_due ON records (type, due_at, id) WHERE deleted_at IS NULL AND due_at IS NOT NULL",
  "CREATE INDEX records_words ON records USING gin (words)",

  `CREATE TABLE events (
    record_id ${text} NOT NULL,
    seq integer NOT NULL,
    at text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    event text NOT NULL,
    from_stage text,
    to_stage text,
    changes text NOT NULL,
    system text NOT NULL,
    note text,
    PRIMARY KEY (record_id, seq)
  )`,

  `CREATE TABLE refs (
    from_id ${text} NOT NULL, field ${text} NOT NULL, to_id ${text} NOT NULL,
    PRIMARY KEY (from_id, field, to_id)
  )`,
  "CREATE INDEX refs_to ON refs (to_id, field, from_id)",

  `CREATE TABLE timers (
    record_id ${text} NOT NULL,
    key ${text} NOT NULL,
    record_type text NOT NULL,
    event text NOT NULL,
    due_at ${text} NOT NULL,
    delay text NOT NULL,
    lease_until ${text},
    PRIMARY KEY (record_id, key)
  )`,
  "CREATE INDEX timers_due ON timers (due_at)",
  "CREATE INDEX timers_waiting ON timers (due_at) WHERE lease_until IS NULL",
  "CREATE INDEX timers_leased ON timers (lease_until) WHERE lease_until IS NOT NULL",

  `CREATE TABLE outbox (
    nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key ${text} NOT NULL UNIQUE,
    record_id ${text} NOT NULL,
    record_type text NOT NULL,
    type ${text} NOT NULL,
    params text NOT NULL,
    actor_id text NOT NULL,
    actor_name text NOT NULL,
    due_at ${text},
    attempts integer NOT NULL DEFAULT 0,
    lease_until ${text},
    error text
  )`,
  "CREATE INDEX outbox_due ON outbox (due_at)",
  "CREATE INDEX outbox_record ON outbox (record_id)",

  `CREATE TABLE answers (
    actor_id ${text} NOT NULL,
    key ${text} NOT NULL,
    digest text NOT NULL,
    record_id text NOT NULL,
    record_type text NOT NULL,
    version integer NOT NULL,
    at text NOT NULL,
    PRIMARY KEY (actor_id, key)
  )`,
];

/** Makes the tables of records, of their history, and of what follows from a change. */
export async function createPostgresTables(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}
