import type { ChangeStatements } from "../dialect.ts";
import type { Statement } from "../statement.ts";

/** Ids or keys of a JSON array in the facts' parameter. */
const listed = (name: string) => `(SELECT value FROM json_each(?1, '$.${name}'))`;

/** A column of each object in the JSON array. */
const each = (...names: readonly string[]) => names.map((name) => `value ->> '${name}'`).join(", ");

/** What every change of a case changes, and what only other data change. */
const moving = [
  "version",
  "updatedAt",
  "seq",
  "chain",
  "state",
  "remembered",
  "armed",
  "stage",
  "status",
  "assigneeId",
  "stageSince",
  "dueAt",
  "workflowVersion",
] as const;
const changing = [...moving, "erasedAt", "data", "keys", "label", "labelKey", "words"] as const;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const update = (columns: readonly string[]) =>
  `UPDATE records SET ${columns.map((name) => `${snake(name)} = change.${snake(name)}`).join(", ")}
  FROM (SELECT value ->> 'id' AS id, ${columns.map((name) => `value ->> '${name}' AS ${snake(name)}`).join(", ")}
    FROM json_each(?1)) AS change
  WHERE records.id = change.id`;

/** The write lock is held from the beginning, so that nothing needs a lock of its own. */
export const sqliteChanges: ChangeStatements = {
  facts: statement(
    "facts",
    `SELECT 'record' AS fact, id AS a, type AS b, deleted_at AS c, chain AS d, version AS n
    FROM records WHERE id IN ${listed("records")}
    UNION ALL SELECT 'record', id, type, deleted_at, chain, version FROM records WHERE id IN ${listed("referred")}
    UNION ALL SELECT 'salt', record_id, salt, NULL, NULL, 0 FROM salts WHERE record_id IN ${listed("records")}
    UNION ALL SELECT 'reference', from_id, field, to_id, NULL, 0 FROM refs WHERE from_id IN ${listed("rewritten")}
    UNION ALL SELECT 'effect', key, NULL, NULL, NULL, 0 FROM outbox WHERE key IN ${listed("effects")}
    UNION ALL SELECT 'timer', record_id, key, due_at, NULL, 0 FROM timers WHERE record_id IN ${listed("timers")}
    UNION ALL SELECT 'answer', answers.actor_id, answers.key, NULL, NULL, 0 FROM json_each(?1, '$.answers') AS wanted
      JOIN answers ON answers.actor_id = wanted.value ->> 'actorId' AND answers.key = wanted.value ->> 'key'`,
  ),
  referrers: statement(
    "referrers",
    `SELECT counted.id, count, example, type
    FROM (SELECT to_id AS id, count(*) AS count, min(from_id) AS example FROM refs
      WHERE to_id IN (SELECT value FROM json_each(?1)) AND from_id <> to_id GROUP BY to_id) AS counted
    JOIN records ON records.id = example`,
  ),
  holdPremises: null,
  countChanges: statement(
    "count-changes",
    "UPDATE counters SET value = value + ?1 WHERE name = 'changes' RETURNING value",
  ),
  insertRecords: statement(
    "insert-records",
    `INSERT INTO records (id, type, created_at, ${changing.map(snake).join(", ")})
    SELECT ${each("id", "type", "createdAt", ...changing)} FROM json_each(?1)`,
  ),
  updateRecords: statement("update-records", update(changing)),
  moveRecords: statement("move-records", update(moving)),
  buryRecords: statement(
    "bury-records",
    `UPDATE records SET version = change.version, updated_at = change.at, deleted_at = change.at, seq = change.seq,
      chain = change.chain, words = ''
    FROM (SELECT value ->> 'id' AS id, value ->> 'version' AS version, value ->> 'at' AS at, value ->> 'seq' AS seq,
      value ->> 'chain' AS chain FROM json_each(?1)) AS change
    WHERE records.id = change.id`,
  ),
  insertEntries: statement(
    "insert-entries",
    `INSERT INTO events (record_id, seq, at, actor_id, actor_name, event, from_stage, to_stage, changes, system, note, hash)
    SELECT ${each("recordId", "seq", "at", "actorId", "actorName", "event", "from", "to", "changes", "system", "note", "hash")}
    FROM json_each(?1)`,
  ),
  insertSalts: statement(
    "insert-salts",
    `INSERT INTO salts (record_id, salt) SELECT ${each("recordId", "salt")} FROM json_each(?1)`,
  ),
  deleteReferences: statement(
    "delete-references",
    `DELETE FROM refs WHERE (from_id, field, to_id) IN (SELECT ${each("fromId", "field", "toId")} FROM json_each(?1))`,
  ),
  insertReferences: statement(
    "insert-references",
    `INSERT INTO refs (from_id, field, to_id) SELECT ${each("fromId", "field", "toId")} FROM json_each(?1)
    WHERE true ON CONFLICT DO NOTHING`,
  ),
  deleteTimers: statement(
    "delete-timers",
    `DELETE FROM timers WHERE (record_id, key) IN (SELECT ${each("recordId", "key")} FROM json_each(?1))`,
  ),
  deleteTimersOf: statement(
    "delete-timers-of",
    "DELETE FROM timers WHERE record_id IN (SELECT value FROM json_each(?1))",
  ),
  insertTimers: statement(
    "insert-timers",
    `INSERT INTO timers (record_id, key, record_type, event, due_at, delay, depth)
    SELECT ${each("recordId", "key", "recordType", "event", "dueAt", "delay", "depth")} FROM json_each(?1)
    WHERE true ON CONFLICT (record_id, key)
    DO UPDATE SET event = excluded.event, due_at = excluded.due_at, delay = excluded.delay, depth = excluded.depth,
      attempts = 0, lease_until = NULL, given_up_at = NULL`,
  ),
  deleteEffects: statement("delete-effects", "DELETE FROM outbox WHERE key IN (SELECT value FROM json_each(?1))"),
  insertEffects: statement(
    "insert-effects",
    `INSERT INTO outbox (key, record_id, record_type, type, params, actor_id, actor_name, due_at, depth)
    SELECT ${each("key", "recordId", "recordType", "type", "params", "actorId", "actorName", "dueAt", "depth")}
    FROM json_each(?1)`,
  ),
  insertAnswers: statement(
    "insert-answers",
    `INSERT INTO answers (actor_id, key, digest, record_id, record_type, version, at)
    SELECT ${each("actorId", "key", "digest", "recordId", "recordType", "version", "at")} FROM json_each(?1)`,
  ),
  updateEntries: statement(
    "update-entries",
    `UPDATE records SET keys = entry.keys, label = entry.label, label_key = entry.label_key, words = entry.words
    FROM (SELECT value ->> 'id' AS id, value ->> 'keys' AS keys, value ->> 'label' AS label,
      value ->> 'labelKey' AS label_key, value ->> 'words' AS words, value ->> 'version' AS version
      FROM json_each(?1)) AS entry
    WHERE records.id = entry.id AND records.version = entry.version`,
  ),
};

function statement(name: string, sql: string): Statement {
  return { name, sql };
}
