import { type CaseStanding, standingFields } from "../../../engine/execution/case-standing.ts";
import { type GroupPart, groupParts, moveParts } from "../changing/change-rows.ts";
import { isMoveAlone } from "../changing/is-move-alone.ts";
import { columnName } from "../column-name.ts";
import type { ChangeStatements } from "../dialect.ts";
import type { Statement } from "../statement.ts";

/** Ids or keys of a JSON array in the facts' parameter. */
const listed = (name: string) => `ANY (ARRAY(SELECT json_array_elements_text($1::json -> '${name}')))`;

/** The objects of a JSON array as rows of `change`. */
const rows = (json: string, columns: string) => `json_to_recordset(${json}::json) AS change (${columns})`;

const parameterOf = (part: GroupPart) => `$${groupParts.indexOf(part) + 1}`;
/** The objects of one part of a group as rows of `change`. */
const part = (name: GroupPart, columns: string) => rows(parameterOf(name), columns);
/** The values of one part of a group, which are plain texts. */
const texts = (name: GroupPart) => `ANY (ARRAY(SELECT json_array_elements_text(${parameterOf(name)}::json)))`;

/** What every change of a case changes, and what only other data change. */
const moving = {
  version: "integer",
  updated_at: "text",
  seq: "bigint",
  chain: "text",
  ...Object.fromEntries(standingFields.map((field) => [columnName(field), standingType(field)])),
};
const changing = {
  ...moving,
  erased_at: "text",
  data: "jsonb",
  keys: "jsonb",
  label: "text",
  label_key: "text",
  words: "text",
};

function standingType(field: keyof CaseStanding): string {
  return field === "workflowVersion" ? "integer" : "text";
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const typed = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns)
    .map(([column, type]) => `"${camel(column)}" ${type}`)
    .join(", ");
/** A column of a change; the `seq` of a record goes on from the last change that was counted before the group. */
const given = (column: string) =>
  column === "seq"
    ? "counted.before + change.seq"
    : `change."${camel(column)}"${column === "words" ? "::tsvector" : ""}`;

const update = (name: GroupPart, columns: Readonly<Record<string, string>>) =>
  `UPDATE records SET ${Object.keys(columns)
    .map((column) => `${column} = ${given(column)}`)
    .join(", ")}
  FROM counted, ${part(name, `id text, ${typed(columns)}`)} WHERE records.id = change.id`;

/**
 * The expressions of the statement, by the names that others refer to them by. They all see the tables as they were
 * before the statement, so no row may be written by two of them: a timer that is armed again is not dropped first.
 */
const writingBesides = {
  entries: `INSERT INTO events (record_id, seq, at, actor_id, actor_name, event, from_stage, to_stage, changes, system, note, hash)
    SELECT * FROM ${part(
      "entries",
      `"recordId" text, seq integer, at text, "actorId" text, "actorName" text, event text, "from" text, "to" text,
      changes text, system text, note text, hash text`,
    )}`,
  salts: `INSERT INTO salts (record_id, salt) SELECT * FROM ${part("salts", `"recordId" text, salt text`)}`,
  dropped_timers: `DELETE FROM timers USING ${part("droppedTimers", `"recordId" text, key text`)}
    WHERE record_id = "recordId" AND timers.key = change.key AND (record_id, timers.key) NOT IN
      (SELECT "recordId", change.key FROM ${part("armedTimers", `"recordId" text, key text`)})`,
  armed_timers: `INSERT INTO timers (record_id, key, record_type, event, due_at, delay, depth)
    SELECT * FROM ${part(
      "armedTimers",
      `"recordId" text, key text, "recordType" text, event text, "dueAt" text, delay text, depth integer`,
    )}
    ON CONFLICT (record_id, key)
    DO UPDATE SET event = excluded.event, due_at = excluded.due_at, delay = excluded.delay, depth = excluded.depth,
      attempts = 0, lease_until = NULL, given_up_at = NULL`,
  settled_effects: `DELETE FROM outbox WHERE key = ${texts("settledEffects")}`,
  effects: `INSERT INTO outbox (key, record_id, record_type, type, params, actor_id, actor_name, due_at, depth)
    SELECT * FROM ${part(
      "effects",
      `key text, "recordId" text, "recordType" text, type text, params text, "actorId" text, "actorName" text,
      "dueAt" text, depth integer`,
    )}`,
  kept_answers: `INSERT INTO answers (actor_id, key, digest, record_id, record_type, version, at)
    SELECT * FROM ${part(
      "answers",
      `"actorId" text, key text, digest text, "recordId" text, "recordType" text, version integer, at text`,
    )}
    RETURNING key`,
};

const writingRecords = {
  moved: update("moved", moving),
  dropped_references: `DELETE FROM refs USING ${part("droppedReferences", `"fromId" text, field text, "toId" text`)}
    WHERE from_id = "fromId" AND refs.field = change.field AND to_id = "toId"`,
  added_references: `INSERT INTO refs (from_id, field, to_id)
    SELECT * FROM ${part("addedReferences", `"fromId" text, field text, "toId" text`)} ON CONFLICT DO NOTHING`,
  inserted: `INSERT INTO records (id, type, created_at, ${Object.keys(changing).join(", ")})
    SELECT id, type, "createdAt", ${Object.keys(changing).map(given).join(", ")}
    FROM counted, ${part("inserted", `id text, type text, "createdAt" text, ${typed(changing)}`)} ORDER BY change.seq`,
  updated: update("updated", changing),
  timers_of_buried: `DELETE FROM timers USING ${part("buried", "id text")} WHERE record_id = id`,
  buried: `UPDATE records SET version = change.version, updated_at = at, deleted_at = at, seq = ${given("seq")},
      chain = change.chain, words = ''
    FROM counted, ${part("buried", "id text, version integer, at text, seq bigint, chain text")}
    WHERE records.id = change.id`,
};

/**
 * The order of locks that keeps two processes from a deadlock: first the cases that move (an optimistic group has not
 * locked them with its facts) and the keys of answers, last the one row that all processes wait for, the count of changes.
 */
const held = `SELECT records.id FROM records JOIN ${part("moved", "id text")} ON records.id = change.id
  ORDER BY records.id FOR NO KEY UPDATE OF records`;
const countingChanges = (number: string) =>
  `UPDATE counters SET value = value + ${number}::bigint
  WHERE name = 'changes' AND (SELECT count(*) FROM held) >= 0 AND (SELECT count(*) FROM kept_answers) >= 0
  RETURNING value - ${number}::bigint AS before`;

function inOneStatement(parts: readonly GroupPart[], records: { readonly [name: string]: string }): string {
  const all = { held, ...writingBesides, counted: countingChanges(`$${parts.length + 1}`), ...records };
  const expressions = Object.entries(all).map(([name, sql]) => `${name} AS (${sql})`);
  return `WITH ${expressions.join(", ")} SELECT before FROM counted`;
}

/**
 * Records are locked as foreign keys lock them: whoever refers to a record keeps out those who delete it, but not those
 * who change it.
 */
export const postgresChanges: ChangeStatements = {
  facts: statement(
    "facts",
    `WITH deleted AS (
      SELECT id, type, deleted_at, chain, version FROM records WHERE id = ${listed("deleted")} ORDER BY id FOR UPDATE
    ), changed AS (
      SELECT id, type, deleted_at, chain, version FROM records WHERE id = ${listed("changed")} ORDER BY id FOR NO KEY UPDATE
    ), referred AS (
      SELECT id, type, deleted_at, chain, version FROM records WHERE id = ${listed("referred")} ORDER BY id FOR KEY SHARE
    ), effects AS (
      SELECT key FROM outbox WHERE key = ${listed("effects")} ORDER BY key FOR UPDATE
    ), due AS (
      SELECT record_id, key, due_at FROM timers WHERE record_id = ${listed("timers")} ORDER BY record_id, key FOR UPDATE
    )
    SELECT 'record' AS fact, id AS a, type AS b, deleted_at AS c, chain AS d, version AS n FROM deleted
    UNION ALL SELECT 'record', id, type, deleted_at, chain, version FROM changed
    UNION ALL SELECT 'record', id, type, deleted_at, chain, version FROM referred
    UNION ALL SELECT 'salt', record_id, salt, NULL, NULL, 0 FROM salts WHERE record_id = ${listed("records")}
    UNION ALL SELECT 'reference', from_id, field, to_id, NULL, 0 FROM refs WHERE from_id = ${listed("rewritten")}
    UNION ALL SELECT 'effect', key, NULL, NULL, NULL, 0 FROM effects
    UNION ALL SELECT 'timer', record_id, key, due_at, NULL, 0 FROM due
    UNION ALL SELECT 'answer', answers.actor_id, answers.key, NULL, NULL, 0
      FROM json_to_recordset($1::json -> 'answers') AS wanted ("actorId" text, key text)
      JOIN answers ON answers.actor_id = wanted."actorId" AND answers.key = wanted.key`,
  ),
  referrers: statement(
    "referrers",
    `SELECT counted.id, count, example, type
    FROM (SELECT to_id AS id, count(*) AS count, min(from_id) AS example FROM refs
      WHERE to_id = ANY (ARRAY(SELECT json_array_elements_text($1::json))) AND from_id <> to_id GROUP BY to_id) AS counted
    JOIN records ON records.id = example`,
  ),
  lockPremises: statement(
    "lock-premises",
    `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || key, 0))
    FROM json_array_elements_text($1::json) AS key`,
  ),
  // Primary keys refuse what others got in between with: a second entry of the history for the same version, a second
  // answer under the same key.
  isOptimistic: (changes) => changes.every(isMoveAlone),
  takesChangeCount: false,
  writeGroup: statement("write-group", inOneStatement(groupParts, writingRecords)),
  writeMoves: statement("write-moves", inOneStatement(moveParts, { moved: writingRecords.moved })),
  updateEntries: statement(
    "update-entries",
    `UPDATE records SET keys = change.keys, label = change.label, label_key = change."labelKey",
      words = change.words::tsvector
    FROM ${rows("$1", `id text, version integer, keys jsonb, label text, "labelKey" text, words text`)}
    WHERE records.id = change.id AND records.version = change.version`,
  ),
};

function statement(name: string, sql: string): Statement {
  return { name, sql };
}
