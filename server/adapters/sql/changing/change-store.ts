import type { Change, KeptAnswer, Outcome } from "../../../domain/changes/change.ts";
import type { ChangeStore, GivenAnswer } from "../../../domain/changes/change-store.ts";
import { type Database, select } from "../database.ts";
import { KnownRecords } from "../reading/known-records.ts";
import { bind, sql } from "../sql.ts";
import type { Connection } from "../statement.ts";
import { storableJson } from "../storable-json.ts";
import { spoiltHistory, storageTrouble } from "../storage-trouble.ts";
import { type ChangeFacts, factKeysOf, type Referrers, readFacts } from "./change-facts.ts";
import { type ChangeRows, changeRows, groupParts, moveParts } from "./change-rows.ts";
import { countPremises, lockPremises } from "./count-premises.ts";
import { eraseHistories } from "./erase-histories.ts";
import { judgeChanges } from "./judge-changes.ts";
import { KnownLinks } from "./known-links.ts";

/** How often a group is tried when other processes get in between. */
const attempts = 5;

/** The store of changes on this database. */
export function createChangeStore(database: Database, knownRecords = new KnownRecords()): ChangeStore {
  return new SqlChangeStore(database, knownRecords);
}

class SqlChangeStore implements ChangeStore {
  readonly #database: Database;
  readonly #knownLinks = new KnownLinks();
  readonly #knownRecords: KnownRecords;

  constructor(database: Database, knownRecords: KnownRecords) {
    this.#database = database;
    this.#knownRecords = knownRecords;
  }

  async commit(changes: readonly Change[]): Promise<readonly Outcome[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { outcomes, facts, written } = await this.#carryOut(changes, attempt);
        if (written !== null) {
          this.#knownLinks.learn(written.rows, facts);
          this.#knownRecords.wrote(acceptedOf(changes, outcomes), written.before);
        }
        return outcomes;
      } catch (error) {
        if (attempt < attempts && this.#database.dialect.isRetryable(error)) continue;
        // Of a group that fails so, each change is tried by itself.
        const spoilt = changes.length === 1 ? spoiltHistory(error) : null;
        throw storageTrouble(error) ?? spoilt ?? error;
      } finally {
        this.#knownRecords.end();
      }
    }
  }

  /** The first attempt may be optimistic; the others hold what they read. */
  #carryOut(changes: readonly Change[], attempt: number): Promise<Written> {
    if (attempt === 1 && this.#database.dialect.changes.isOptimistic(changes)) {
      return this.#database.writing((connection) => this.#writeOptimistically(connection, changes));
    }
    return this.#database.transaction(async (connection) => {
      const facts = await this.#facts(connection, changes);
      const written = await this.#write(connection, changes, { facts, insistsOn: null });
      await eraseHistories(connection, acceptedOf(changes, written.outcomes));
      return written;
    });
  }

  async #writeOptimistically(connection: Connection, changes: readonly Change[]): Promise<Written> {
    const facts = this.#knownLinks.factsOf(changes) ?? (await this.#facts(connection, changes));
    return this.#write(connection, changes, { facts, insistsOn: facts.changeCount });
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

  async keepAnswer(
    { actorId, key, digest }: KeptAnswer,
    { type, recordId, version, at }: Omit<GivenAnswer, "digest"> & { readonly at: string },
  ): Promise<void> {
    const record = { record_id: recordId, record_type: type, version };
    const answers = this.#database.knex("answers");
    await answers
      .insert({ actor_id: actorId, key, digest, ...record, at })
      .onConflict(["actor_id", "key"])
      .ignore();
  }

  async answeredOneByOne(actorId: string, key: string): Promise<readonly Pick<GivenAnswer, "type" | "recordId">[]> {
    const rows = await select(
      this.#database,
      sql`SELECT record_type, record_id FROM answers
      WHERE actor_id = ${bind(actorId)} AND key >= ${bind(`${key}/`)} AND key < ${bind(`${key}0`)}
        AND key = ${bind(`${key}/`)} || record_id ORDER BY key`,
    );
    return rows.map((row) => ({ type: String(row["record_type"]), recordId: String(row["record_id"]) }));
  }

  forgetAnswers(before: string): Promise<number> {
    const { knex } = this.#database;
    const effect = knex("outbox").where("outbox.key", knex.ref("answers.digest"));
    return Promise.resolve(knex("answers").where("at", "<", before).whereNotExists(effect).delete());
  }

  async #write(
    connection: Connection,
    changes: readonly Change[],
    { facts, insistsOn }: { readonly facts: ChangeFacts; readonly insistsOn: number | null },
  ): Promise<Written> {
    const outcomes = judgeChanges(changes, facts);
    const accepted = acceptedOf(changes, outcomes);
    if (accepted.length === 0) return { outcomes, facts, written: null };
    const rows = changeRows(accepted, facts, this.#database.dialect.tables);
    this.#knownRecords.begin(accepted.length);
    const told = await this.#writeRows(connection, rows, insistsOn);
    return { outcomes, facts, written: { rows, before: told ?? facts.changeCount ?? 0 } };
  }

  async #facts(connection: Connection, changes: readonly Change[]): Promise<ChangeFacts> {
    const { dialect } = this.#database;
    const { facts, referrers } = dialect.changes;
    const keys = factKeysOf(changes);
    await lockPremises(dialect, connection, changes);
    const rows = await connection.run(facts, [storableJson(keys)]);
    const premises = await countPremises(dialect, connection, changes);
    const referring = new Map<string, Referrers>();
    if (keys.deleted.length > 0) {
      for (const row of await connection.run(referrers, [storableJson(keys.deleted)])) {
        const { id, type, example, count } = row;
        referring.set(String(id), { type: String(type), id: String(example), count: Number(count) });
      }
    }
    return readFacts(rows, { referrers: referring, premises });
  }

  async #writeRows(connection: Connection, rows: ChangeRows, changeCount: number | null): Promise<number | null> {
    const { writeGroup, writeMoves, takesChangeCount } = this.#database.dialect.changes;
    const isOnlyMoves = rows.moved.length === rows.entries.length;
    const parts = (isOnlyMoves ? moveParts : groupParts).map((part) => rows[part]);
    const written = parts.map((part) => (part.length === 0 ? null : storableJson(part)));
    const numbers = [rows.entries.length, ...(takesChangeCount ? [changeCount] : [])];
    const [counted] = await connection.run(isOnlyMoves ? writeMoves : writeGroup, [...written, ...numbers]);
    return counted === undefined ? null : Number(counted["before"]);
  }
}

interface Written {
  readonly outcomes: readonly Outcome[];
  readonly facts: ChangeFacts;
  /** Null where no change of the group was accepted. */
  readonly written: {
    readonly rows: ChangeRows;
    /** How many changes had ever been written before it. */
    readonly before: number;
  } | null;
}

function acceptedOf(changes: readonly Change[], outcomes: readonly Outcome[]): readonly Change[] {
  return changes.filter((_, index) => outcomes[index]?.done);
}
