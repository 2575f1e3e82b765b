import type { Knex } from "knex";
import type {
  DefinitionKind,
  DefinitionStore,
  DraftDefinition,
  KindedDefinition,
  PublishedDefinition,
} from "../../../domain/definitions/definition-store.ts";
import type { Database } from "../database.ts";

interface DefinitionRow {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly version: number;
  readonly definition: string;
  readonly published_at: string;
  readonly published_by: string;
  readonly source: string | null;
}

interface DraftRow {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly based_on: number;
  readonly definition: string;
  readonly saved_at: string;
  readonly saved_by: string;
}

/** The store of definitions and drafts on this database. */
export function createDefinitionStore(database: Database): DefinitionStore {
  return new SqlDefinitionStore(database);
}

/** Definitions as the texts that they were written as: the order of fields means something. */
class SqlDefinitionStore implements DefinitionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async inForce(): Promise<readonly PublishedDefinition[]> {
    const { reading } = this.#database;
    const latest = reading<DefinitionRow>("definitions")
      .select("kind", "id")
      .max({ version: "version" })
      .groupBy("kind", "id");
    const rows: DefinitionRow[] = await reading<DefinitionRow>("definitions")
      .whereIn(["kind", "id", "version"], latest)
      .orderBy(["kind", "id"]);
    return rows.map(readDefinition);
  }

  async version(kind: DefinitionKind, id: string, version: number): Promise<PublishedDefinition | null> {
    const row = await this.#published().where({ kind, id, version }).first();
    return row ? readDefinition(row) : null;
  }

  async versions(kind: DefinitionKind, id: string): Promise<readonly PublishedDefinition[]> {
    return (await this.#published().where({ kind, id }).orderBy("version", "desc")).map(readDefinition);
  }

  async publish(definitions: readonly PublishedDefinition[]): Promise<boolean> {
    const { knex, dialect } = this.#database;
    return knex
      .transaction(async (transaction) => {
        await transaction("counters").where({ name: "publications" }).increment("value", 1);
        for (const definition of definitions) await publishNext(transaction, definition);
        return true;
      })
      .catch((error: unknown) => {
        if (error instanceof PublishedMeanwhile || dialect.isRetryable(error)) return false;
        throw error;
      });
  }

  async draft(kind: DefinitionKind, id: string): Promise<DraftDefinition | null> {
    const row = await this.#database.reading<DraftRow>("drafts").where({ kind, id }).first();
    return row ? readDraft(row) : null;
  }

  async drafts(kind: DefinitionKind): Promise<readonly DraftDefinition[]> {
    return (await this.#database.reading<DraftRow>("drafts").where({ kind }).orderBy("id")).map(readDraft);
  }

  async saveDraft(draft: DraftDefinition): Promise<void> {
    const row: DraftRow = {
      kind: draft.kind,
      id: draft.id,
      based_on: draft.basedOn,
      definition: JSON.stringify(draft.definition),
      saved_at: draft.savedAt,
      saved_by: draft.savedBy,
    };
    await this.#database.knex<DraftRow>("drafts").insert(row).onConflict(["kind", "id"]).merge();
  }

  async discardDraft(kind: DefinitionKind, id: string): Promise<void> {
    await this.#database.knex<DraftRow>("drafts").where({ kind, id }).delete();
  }

  async revision(): Promise<number> {
    const row = await this.#database
      .reading<{ name: string; value: number | string }>("counters")
      .where({ name: "publications" })
      .first();
    return Number(row?.value ?? 0);
  }

  #published() {
    return this.#database.reading<DefinitionRow>("definitions");
  }
}

/** Undoes a publication: its version is not the next one any more. */
class PublishedMeanwhile extends Error {}

async function publishNext(transaction: Knex, published: PublishedDefinition): Promise<void> {
  const { kind, id, version } = published;
  const definition = JSON.stringify(published.definition);
  const latest = await transaction<DefinitionRow>("definitions").where({ kind, id }).orderBy("version", "desc").first();
  if (version !== (latest?.version ?? 0) + 1) throw new PublishedMeanwhile();
  await transaction<DefinitionRow>("definitions").insert({
    kind,
    id,
    version,
    definition,
    published_at: published.publishedAt,
    published_by: published.publishedBy,
    source: published.source,
  });
  await transaction<DraftRow>("drafts").where({ kind, id, definition }).delete();
}

function readDefinition(row: DefinitionRow): PublishedDefinition {
  return {
    ...readKinded(row),
    id: row.id,
    version: row.version,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    source: row.source,
  };
}

function readDraft(row: DraftRow): DraftDefinition {
  return {
    ...readKinded(row),
    id: row.id,
    basedOn: row.based_on,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}

function readKinded({ kind, definition }: DefinitionRow | DraftRow): KindedDefinition {
  return { kind, definition: JSON.parse(definition) } as KindedDefinition;
}
