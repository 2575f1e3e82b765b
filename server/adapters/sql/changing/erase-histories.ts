import { erasedEntry } from "../../../domain/audit/entry-hash.ts";
import { readSalt, saltFor, writeSalt } from "../../../domain/audit/record-salt.ts";
import type { Change, Erasure } from "../../../domain/changes/change.ts";
import { fold } from "../../../engine/schema/fold.ts";
import { readEntry } from "../reading/entry-row.ts";
import { bind, type Sql, sql } from "../sql.ts";
import type { Connection } from "../statement.ts";
import { storableJson } from "../storable-json.ts";

/**
 * Erases from everything around a record what the erasure takes out of the record itself: values and notes of its
 * history, the secret of their digests, effects that wait or failed, kept answers. The links of the chain stay valid.
 */
export async function eraseHistories(connection: Connection, changes: readonly Change[]): Promise<void> {
  for (const change of changes) if (change.erase !== undefined) await eraseHistory(connection, change, change.erase);
}

async function eraseHistory(connection: Connection, change: Change, erase: Erasure): Promise<void> {
  const { kind, record, entry, effects } = change;
  const id = bind(record.id);
  const isKept = (field: string) => erase.keep.includes(field);
  const [salted] = await connection.query(sql`SELECT salt FROM salts WHERE record_id = ${id}`);
  const salt = readSalt(String(salted?.["salt"]));
  for (const row of await connection.query(sql`SELECT * FROM events WHERE record_id = ${id} ORDER BY seq`)) {
    const written = readEntry(row);
    const left = erasedEntry({ recordId: record.id, ...written }, salt, isKept);
    if (Object.keys(left.erased).length === 0) continue;
    await connection.query(
      sql`UPDATE events SET changes = ${json(left.changes)}, note = NULL, erased = ${json(left.erased)}
      WHERE record_id = ${id} AND seq = ${bind(written.seq)}`,
    );
  }
  await connection.query(
    sql`UPDATE salts SET salt = ${bind(writeSalt(saltFor(salt, erase.keep)))} WHERE record_id = ${id}`,
  );
  const own = new Set(effects.map(({ key }) => key));
  for (const key of await waitingAbout(connection, record.id, erase.names)) {
    if (own.has(key)) continue;
    await connection.query(sql`DELETE FROM outbox WHERE key = ${bind(key)}`);
    await connection.query(sql`DELETE FROM incidents WHERE source = 'effect' AND key = ${bind(key)}`);
  }
  await connection.query(sql`DELETE FROM answers WHERE record_id = ${id}`);
  await connection.query(sql`DELETE FROM incidents WHERE record_id = ${id}`);
  if (kind === "delete") {
    await connection.query(
      sql`UPDATE records SET data = '{}', keys = '{}', label = '', label_key = '', erased_at = ${bind(entry.at)}
      WHERE id = ${id}`,
    );
  }
  for (const file of erase.files) {
    await connection.query(sql`UPDATE files SET removed_at = ${bind(entry.at)} WHERE id = ${bind(file)}`);
  }
}

/** Keys of the effects of the record, and of those of records that refer to it whose parameters hold one of its names. */
async function waitingAbout(
  connection: Connection,
  recordId: string,
  names: Erasure["names"],
): Promise<readonly string[]> {
  const id = bind(recordId);
  const rows = await connection.query(
    sql`SELECT key, record_id, params FROM outbox
    WHERE record_id = ${id} OR record_id IN (SELECT from_id FROM refs WHERE to_id = ${id})`,
  );
  const folded = names.map(fold);
  const tells = (params: unknown) => {
    const text = fold(typeof params === "string" ? params : JSON.stringify(params));
    return folded.some((name) => text.includes(name));
  };
  return rows.filter((row) => row["record_id"] === recordId || tells(row["params"])).map((row) => String(row["key"]));
}

function json(value: unknown): Sql {
  return bind(storableJson(value));
}
