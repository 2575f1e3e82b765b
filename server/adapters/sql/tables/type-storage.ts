import type { Knex } from "knex";
import type { SearchIndexEntry } from "../../../domain/changes/change.ts";
import type { PublishedType } from "../../../domain/definitions/published-type.ts";
import type { EntriesOf, TypeStorage } from "../../../domain/definitions/type-storage.ts";
import type { Case, StoredRecord } from "../../../engine/execution/case.ts";
import { type Database, select } from "../database.ts";
import type { Plan } from "../dialect.ts";
import { dataField } from "../reading/field-columns.ts";
import { readRecord, recordColumns } from "../reading/record-row.ts";
import { searchColumns } from "../reading/search-columns.ts";
import { bind, literal, sql } from "../sql.ts";
import { storableJson } from "../storable-json.ts";
import { viewPlan } from "./type-view.ts";

/** Records whose search entries are written in one transaction. */
const batch = 500;

/** Stands between the statements of a plan; within one, no line ends so. */
const separator = ";\n";

interface MadeRow {
  readonly type: string;
  readonly made_for: string;
}

interface PlanRow {
  readonly name: string;
  readonly type: string;
  readonly made_by: string;
  readonly dropped_by: string;
}

/** The indexes and views of types on this database. */
export function createTypeStorage(database: Database): TypeStorage {
  return new SqlTypeStorage(database);
}

class SqlTypeStorage implements TypeStorage {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async prepare(types: readonly PublishedType[]): Promise<void> {
    const { patient, dialect } = this.#database;
    const made = await patient.transaction(async (transaction) => {
      await dialect.tables.lockForMigration(transaction);
      let count = 0;
      for (const type of types) count += await this.#prepareType(transaction, type);
      return count;
    });
    if (made > 0) await this.refreshStatistics();
  }

  async madeFor(): Promise<ReadonlyMap<string, string>> {
    const rows: readonly MadeRow[] = await this.#database.reading<MadeRow>("search_entries");
    return new Map(rows.map((row) => [row.type, row.made_for]));
  }

  /** While it is at work, nothing is known of the entries: they are those of before, and of now. */
  async reindex(type: PublishedType, entriesOf: EntriesOf, madeFor: string): Promise<void> {
    const { knex } = this.#database;
    await knex<MadeRow>("search_entries").where({ type: type.id }).delete();
    await this.#rewriteAll(type, entriesOf);
    const row: MadeRow = { type: type.id, made_for: madeFor };
    await knex<MadeRow>("search_entries").insert(row).onConflict("type").merge();
  }

  async #rewriteAll(type: PublishedType, entriesOf: EntriesOf): Promise<void> {
    let after = "";
    for (;;) {
      const rows = await select(
        this.#database,
        sql`SELECT ${recordColumns("r")} FROM records r WHERE r.type = ${literal(type.id)} AND r.deleted_at IS NULL
        AND r.id > ${bind(after)} ORDER BY r.id LIMIT ${bind(batch)}`,
      );
      const records: readonly (StoredRecord | Case)[] = rows.map((row) => readRecord(row).record);
      const last = records.at(-1);
      if (last === undefined) break;
      await this.rewrite(records, await entriesOf(records));
      after = last.id;
    }
    if (after !== "") await this.refreshStatistics();
  }

  refreshStatistics(): Promise<void> {
    const { patient, dialect } = this.#database;
    return dialect.tables.refreshStatistics(patient);
  }

  async rewrite(records: readonly (StoredRecord | Case)[], entries: readonly SearchIndexEntry[]): Promise<void> {
    const { dialect } = this.#database;
    const written = records.flatMap(({ id, version }, index) => {
      const entry = entries[index];
      return entry ? [{ id, version, ...searchColumns(entry, dialect.tables) }] : [];
    });
    if (written.length === 0) return;
    await this.#database.transaction((connection) =>
      connection.run(dialect.changes.updateEntries, [storableJson(written)]),
    );
  }

  /** What is there is known by the statements that made it: what they would make otherwise now is made again. */
  async #prepareType(transaction: Knex, type: PublishedType): Promise<number> {
    const wanted = new Map((await this.#plans(transaction, type)).map((plan) => [plan.name, plan]));
    const there = await transaction<PlanRow>("type_plans").where({ type: type.id });
    for (const row of there) {
      if (wanted.get(row.name)?.make.join(separator) === row.made_by) {
        wanted.delete(row.name);
        continue;
      }
      for (const statement of row.dropped_by.split(separator)) await transaction.raw(statement);
      await transaction<PlanRow>("type_plans").where({ name: row.name }).delete();
    }
    for (const plan of wanted.values()) {
      for (const statement of plan.make) await transaction.raw(statement);
      await transaction<PlanRow>("type_plans").insert({
        name: plan.name,
        type: type.id,
        made_by: plan.make.join(separator),
        dropped_by: plan.drop.join(separator),
      });
    }
    return wanted.size;
  }

  async #plans(transaction: Knex, type: PublishedType): Promise<readonly Plan[]> {
    const { tables, expressions } = this.#database.dialect;
    const indexes = [...type.fields.values()].flatMap(({ ref, indexed }) => {
      const field = indexed ? dataField(ref) : null;
      return field === null ? [] : tables.fieldPlans(type.id, field);
    });
    const isTaken = async (name: string) => {
      const other = await transaction<PlanRow>("type_plans").where({ name }).whereNot({ type: type.id }).first();
      return other !== undefined || tables.hasTable(transaction, name);
    };
    return [...tables.systemPlans(type.id, type.kind), ...indexes, await viewPlan(type, expressions, isTaken)];
  }
}
