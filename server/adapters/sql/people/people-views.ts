import type { SavedView, ViewStore } from "../../../domain/views/saved-view.ts";
import type { JsonObject } from "../../../plugin-api/json.ts";
import type { PeopleDatabase } from "./people-database.ts";

interface ViewRow {
  readonly id: string;
  readonly owner_id: string;
  readonly type: string;
  readonly name: string;
  /** JSON of filter, sort and columns. */
  readonly shown: string;
  readonly shared: number;
}

type Shown = Pick<SavedView, "sort" | "columns"> & { readonly filter: JsonObject };

/** Saved views in a table. */
export class PeopleViews implements ViewStore {
  readonly #database: PeopleDatabase;

  constructor(database: PeopleDatabase) {
    this.#database = database;
  }

  async get(id: string): Promise<SavedView | null> {
    const row = await this.#rows().where({ id }).first();
    return row ? readView(row) : null;
  }

  async of(type: string, ownerId: string): Promise<readonly SavedView[]> {
    const rows = await this.#rows()
      .where({ type })
      .where((visible) => void visible.where({ owner_id: ownerId }).orWhere({ shared: 1 }));
    return rows.map(readView).sort((a, b) => a.name.localeCompare(b.name, "fr"));
  }

  async put({ id, ownerId, type, name, shared, ...shown }: SavedView): Promise<SavedView> {
    const [row] = await this.#rows()
      .insert({ id, owner_id: ownerId, type, name, shared: Number(shared), shown: JSON.stringify(shown) })
      .onConflict(["owner_id", "type", "name"])
      .merge(["shown", "shared"])
      .returning("*");
    if (!row) throw new Error(`The view ${name} was not kept.`);
    return readView(row);
  }

  async remove(id: string): Promise<void> {
    await this.#rows().where({ id }).delete();
  }

  #rows() {
    return this.#database.knex<ViewRow>("saved_views");
  }
}

function readView({ id, owner_id, type, name, shared, shown }: ViewRow): SavedView {
  return { id, ownerId: owner_id, type, name, shared: shared === 1, ...(JSON.parse(shown) as Shown) };
}
