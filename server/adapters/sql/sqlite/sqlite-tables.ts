import type { Knex } from "knex";

const statements = [
  `CREATE TABLE records (
    row_id INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    seq INTEGER NOT NULL,
    data TEXT NOT NULL,
    keys TEXT NOT NULL,
    label TEXT NOT NULL,
    label_key TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT,
    remembered TEXT,
    armed TEXT,
    stage TEXT,
    status TEXT,
    assignee_id TEXT,
    stage_since TEXT,
    due_at TEXT,
    workflow_version INTEGER
  )`,

  `CREATE VIRTUAL TABLE record_words USING fts5(
    words, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4', tokenize = 'ascii'
  )`,
  `CREATE TRIGGER record_words_added AFTER INSERT ON records WHEN new.words <> '' BEGIN
    INSERT INTO record_words (rowid, words) VALUES (new.row_id, new.words);
  END`,
  `CREATE TRIGGER record_words_changed AFTER UPDATE OF words ON records WHEN new.words <> old.words BEGIN
    DELETE FROM record_words WHERE rowid = old.row_id;
    INSERT INTO record_words (rowid, words) SELECT new.row_id, new.words WHERE new.words <> '';
  END`,

  `CREATE TABLE record_items (
    type TEXT NOT NULL, field TEXT NOT NULL, item, row_id INTEGER NOT NULL,
    PRIMARY KEY (type, field, item, row_id)
  ) WITHOUT ROWID`,
  "CREATE INDEX record_items_row ON record_items (row_id, field)",

  `CREATE TABLE events (
    record_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    event TEXT NOT NULL,
    from_stage TEXT,
    to_stage TEXT,
    changes TEXT NOT NULL,
    system TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (record_id, seq)
  ) WITHOUT ROWID`,

  `CREATE TABLE refs (
    from_id TEXT NOT NULL, field TEXT NOT NULL, to_id TEXT NOT NULL,
    PRIMARY KEY (from_id, field, to_id)
  ) WITHOUT ROWID`,
  "CREATE INDEX refs_to ON refs (to_id, field, from_id)",

  `CREATE TABLE timers (
    record_id TEXT NOT NULL,
    key TEXT NOT NULL,
    record_type TEXT NOT NULL,
    event TEXT NOT NULL,
    due_at TEXT NOT NULL,
    delay TEXT NOT NULL,
    lease_until TEXT,
    PRIMARY KEY (record_id, key)
  ) WITHOUT ROWID`,
  "CREATE INDEX timers_due ON timers (due_at)",
  "CREATE INDEX timers_waiting ON timers (due_at) WHERE lease_until IS NULL",
  "CREATE INDEX timers_leased ON timers (lease_until) WHERE lease_until IS NOT NULL",

  `CREATE TABLE outbox (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    record_id TEXT NOT NULL,
    record_type TEXT NOT NULL,
    type TEXT NOT NULL,
    params TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    due_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_until TEXT,
    error TEXT
  )`,
  "CREATE INDEX outbox_due ON outbox (due_at)",
  "CREATE INDEX outbox_record ON outbox (record_id)",

  `CREATE TABLE answers (
    actor_id TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    record_id TEXT NOT NULL,
    record_type TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (actor_id, key)
  ) WITHOUT ROWID`,
];

/** Makes the tables of records, of their history, and of what follows from a change. */
export async function createSqliteTables(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}
