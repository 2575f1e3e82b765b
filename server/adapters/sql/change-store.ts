import type { Change, Outcome } from "../../domain/changes/change.ts";
import type { ChangeStore, GivenAnswer } from "../../domain/changes/change-store.ts";
import { type ChangeFacts, factKeysOf, type Referrers, readFacts } from "./change-facts.ts";
import { type ChangeRows, changeRows } from "./change-rows.ts";
import { countPremises } from "./count-premises.ts";
import { type Database, select } from "./database.ts";
import { eraseHistories } from "./erase-histories.ts";
import { judgeChanges } from "./judge-changes.ts";
import { bind, sql } from "./sql.ts";
import type { Connection, Statement } from "./statement.ts";
import { storableJson } from "./storable-json.ts";
import { storageTrouble } from "./storage-trouble.ts";

/** Times that a group is tried when another process got in between. */
const attempts = 5;

export function createChangeStore(database: Database): ChangeStore {
  return new SqlChangeStore(database);
}

class SqlChangeStore implements ChangeStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async commit(changes: readonly Change[]): Promise<readonly Outcome[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#database.transaction((connection) => this.#write(connection, changes));
      } catch (error) {
        if (attempt === attempts || !this.#database.dialect.isRetryable(error)) throw storageTrouble(error) ?? error;
      }
    }
  }

  async answered(actorId: string, key: string): Promise<GivenAnswer | null> {
    const [row] = await select(
      this.#database,
      sql`SELECT digest, record_type, record_id, version FROM answers
      WHERE actor_id = ${bind(actorId)} AND key = ${bind(key)}`,
    );
    if (!row) return null;
    return {
      digest: String(row["digest"]),
      type: String(row["record_type"]),
      recordId: String(row["record_id"]),
      version: Number(row["version"]),
    };
  }

  forgetAnswers(before: string): Promise<number> {
    const { knex } = this.#database;
    const effect = knex("outbox").where("outbox.key", knex.ref("answers.digest"));
    return Promise.resolve(knex("answers").where("at", "<", before).whereNotExists(effect).delete());
  }

  async #write(connection: Connection, changes: readonly Change[]): Promise<readonly Outcome[]> {
    const { dialect } = this.#database;
    const facts = await this.#facts(connection, changes);
    const outcomes = judgeChanges(changes, facts);
    const accepted = changes.filter((_, index) => outcomes[index]?.done);
    if (accepted.length > 0) await this.#writeRows(connection, changeRows(accepted, facts, dialect.tables));
    await eraseHistories(connection, accepted);
    return outcomes;
  }

  async #facts(connection: Connection, changes: readonly Change[]): Promise<ChangeFacts> {
    const { facts, referrers } = this.#database.dialect.changes;
    const keys = factKeysOf(changes);
    const premises = await countPremises(this.#database.dialect, connection, changes);
    const rows = await connection.run(facts, [storableJson(keys)]);
    const referring = new Map<string, Referrers>();
    if (keys.deleted.length > 0) {
      for (const row of await connection.run(referrers, [storableJson(keys.deleted)])) {
        const { id, type, example, count } = row;
        referring.set(String(id), { type: String(type), id: String(example), count: Number(count) });
      }
    }
    return readFacts(rows, { referrers: referring, premises });
  }

  /** What is contended comes last: the count of changes is held from here until the commit. */
  async #writeRows(connection: Connection, rows: ChangeRows): Promise<void> {
    const { changes } = this.#database.dialect;
    const write = async (statement: Statement, written: readonly unknown[]) => {
      if (written.length > 0) await connection.run(statement, [storableJson(written)]);
    };
    const buriedIds = rows.buried.map(({ id }) => id);
    await write(changes.insertEntries, rows.entries);
    await write(changes.insertSalts, rows.salts);
    await write(changes.deleteReferences, rows.droppedReferences);
    await write(changes.insertReferences, rows.addedReferences);
    await write(changes.deleteTimers, rows.droppedTimers);
    await write(changes.deleteTimersOf, buriedIds);
    await write(changes.insertTimers, rows.armedTimers);
    await write(changes.deleteEffects, rows.settledEffects);
    await write(changes.insertEffects, rows.effects);
    await write(changes.insertAnswers, rows.answers);
    const [counted] = await connection.run(changes.countChanges, [rows.entries.length]);
    let seq = Number(counted?.["value"]) - rows.entries.length;
    const withSeq = (row: object) => {
      seq += 1;
      return { ...row, seq };
    };
    await write(changes.insertRecords, rows.inserted.map(withSeq));
    await write(changes.updateRecords, rows.updated.map(withSeq));
    await write(changes.moveRecords, rows.moved.map(withSeq));
    await write(changes.buryRecords, rows.buried.map(withSeq));
  }
}
