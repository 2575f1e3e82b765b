import { standingFields } from "../../../engine/execution/case-standing.ts";
import { type GroupPart, groupParts, moveParts } from "../changing/change-rows.ts";
import { columnName } from "../column-name.ts";
import type { ChangeStatements } from "../dialect.ts";
import type { Statement } from "../statement.ts";

/** Ids or keys of a JSON array in the facts' parameter. */
const listed = (name: string) => `(SELECT value FROM json_each(?1, '$.${name}'))`;

const overtaken = "overtaken by another process";

/** Another process has written between the facts of a group and the group. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes(overtaken);
}

/** The objects of one part of a group. */
const part = (name: GroupPart) => `json_each(new.${columnName(name)})`;

/** A member of each object; the `seq` of a record goes on from the last change that was counted. */
const member = (name: string) =>
  name === "seq" ? "(SELECT value FROM counters WHERE name = 'changes') + (value ->> 'seq')" : `value ->> '${name}'`;
const members = (...names: readonly string[]) => names.map(member).join(", ");

/** What every change of a case changes, and what only other data change. */
const moving = ["version", "updatedAt", "seq", "chain", ...standingFields] as const;
const changing = [...moving, "erasedAt", "data", "keys", "label", "labelKey", "words"] as const;

const update = (name: GroupPart, columns: readonly string[]) =>
  `UPDATE records SET ${columns.map((column) => `${columnName(column)} = change.${columnName(column)}`).join(", ")}
  FROM (SELECT value ->> 'id' AS id, ${columns.map((column) => `${member(column)} AS ${columnName(column)}`).join(", ")}
    FROM ${part(name)}) AS change
  WHERE records.id = change.id`;

const writingMoves: readonly string[] = [
  `INSERT INTO events (record_id, seq, at, actor_id, actor_name, event, from_stage, to_stage, changes, system, note, hash)
  SELECT value ->> 'recordId', value ->> 'seq',
    ${members("at", "actorId", "actorName", "event", "from", "to", "changes", "system", "note", "hash")}
  FROM ${part("entries")}`,
  `INSERT INTO salts (record_id, salt) SELECT ${members("recordId", "salt")} FROM ${part("salts")}`,
  `DELETE FROM timers
  WHERE (record_id, key) IN (SELECT ${members("recordId", "key")} FROM ${part("droppedTimers")})`,
  `INSERT INTO timers (record_id, key, record_type, event, due_at, delay, depth)
  SELECT ${members("recordId", "key", "recordType", "event", "dueAt", "delay", "depth")} FROM ${part("armedTimers")}
  WHERE true ON CONFLICT (record_id, key)
  DO UPDATE SET event = excluded.event, due_at = excluded.due_at, delay = excluded.delay, depth = excluded.depth,
    attempts = 0, lease_until = NULL, given_up_at = NULL`,
  `DELETE FROM outbox WHERE key IN (SELECT value FROM ${part("settledEffects")})`,
  `INSERT INTO outbox (key, record_id, record_type, type, params, actor_id, actor_name, due_at, depth)
  SELECT ${members("key", "recordId", "recordType", "type", "params", "actorId", "actorName", "dueAt", "depth")}
  FROM ${part("effects")}`,
  `INSERT INTO answers (actor_id, key, digest, record_id, record_type, version, at)
  SELECT ${members("actorId", "key", "digest", "recordId", "recordType", "version", "at")} FROM ${part("answers")}`,
  update("moved", moving),
];

const writingData: readonly string[] = [
  `DELETE FROM refs
  WHERE (from_id, field, to_id) IN (SELECT ${members("fromId", "field", "toId")} FROM ${part("droppedReferences")})`,
  `INSERT INTO refs (from_id, field, to_id)
  SELECT ${members("fromId", "field", "toId")} FROM ${part("addedReferences")} WHERE true ON CONFLICT DO NOTHING`,
  `INSERT INTO records (id, type, created_at, ${changing.map(columnName).join(", ")})
  SELECT ${members("id", "type", "createdAt", ...changing)} FROM ${part("inserted")}`,
  update("updated", changing),
  `DELETE FROM timers WHERE record_id IN (SELECT ${member("id")} FROM ${part("buried")})`,
  `UPDATE records SET version = change.version, updated_at = change.at, deleted_at = change.at, seq = change.seq,
    chain = change.chain, words = ''
  FROM (SELECT ${["id", "version", "at", "seq", "chain"].map((name) => `${member(name)} AS ${name}`).join(", ")}
    FROM ${part("buried")}) AS change
  WHERE records.id = change.id`,
];

/** Facts that were read outside of a transaction no longer hold when another process has written since. */
const refusingOvertaken = `SELECT RAISE(ABORT, '${overtaken}') FROM counters WHERE name = 'changes' AND value <> new.known`;
const countingChanges = "UPDATE counters SET value = value + new.counted WHERE name = 'changes'";

const columnsOf = (parts: readonly GroupPart[]) => [...parts.map(columnName), "counted", "known"];

/** A view that takes a group as one row, and a trigger that writes it. No type's own view begins with a low line. */
const viewOf = (name: string, parts: readonly GroupPart[], writing: readonly string[]) => `
  CREATE TEMP VIEW ${name} AS SELECT ${columnsOf(parts)
    .map((column) => `NULL AS ${column}`)
    .join(", ")};
  CREATE TEMP TRIGGER write${name} INSTEAD OF INSERT ON ${name} BEGIN
    ${[refusingOvertaken, ...writing, countingChanges].join("; ")};
  END;`;

const intoView = (name: string, parts: readonly GroupPart[]) =>
  `INSERT INTO ${name} (${columnsOf(parts).join(", ")})
  VALUES (${columnsOf(parts)
    .map((_, index) => `?${index + 1}`)
    .join(", ")})`;

/**
 * What a connection is told before it writes. Each statement by itself would go to another thread and back. Moves have
 * a view of their own because whatever might change words wakes up the full text, even when it changes none.
 */
export const sqliteGroupViews =
  viewOf("_moves", moveParts, writingMoves) + viewOf("_groups", groupParts, [...writingMoves, ...writingData]);

/** One writes at a time, so that nothing needs a lock of its own. */
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
      JOIN answers ON answers.actor_id = wanted.value ->> 'actorId' AND answers.key = wanted.value ->> 'key'
    UNION ALL SELECT 'counted', NULL, NULL, NULL, NULL, value FROM counters WHERE name = 'changes'`,
  ),
  referrers: statement(
    "referrers",
    `SELECT counted.id, count, example, type
    FROM (SELECT to_id AS id, count(*) AS count, min(from_id) AS example FROM refs
      WHERE to_id IN (SELECT value FROM json_each(?1)) AND from_id <> to_id GROUP BY to_id) AS counted
    JOIN records ON records.id = example`,
  ),
  lockPremises: null,
  // The count of changes tells. An erasure takes several statements.
  isOptimistic: (changes) => changes.every(({ erase }) => erase === undefined),
  takesChangeCount: true,
  writeGroup: statement("write-group", intoView("_groups", groupParts)),
  writeMoves: statement("write-moves", intoView("_moves", moveParts)),
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
