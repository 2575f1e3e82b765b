import type { JsonObject } from "../../plugin-api/json.ts";

/** A list as somebody likes to see it: its filters, its order, its columns. */
export interface SavedView {
  readonly id: string;
  readonly ownerId: string;
  /** The type whose list it is. */
  readonly type: string;
  /** Unique among those that the owner has of the type. */
  readonly name: string;
  readonly filter: JsonObject;
  /** Null for the usual order. */
  readonly sort: readonly [field: string, order: "ASC" | "DESC"] | null;
  /** Null for the usual columns. */
  readonly columns: readonly string[] | null;
  /** The other members of the office are offered it too. */
  readonly shared: boolean;
}

/** Keeps views. */
export interface ViewStore {
  get(id: string): Promise<SavedView | null>;
  /** Those of the type that are somebody's own, and those that are shared, by name. */
  of(type: string, ownerId: string): Promise<readonly SavedView[]>;
  /** Takes the place of the owner's one of that type and name, if any. Returns it as it is kept. */
  put(view: SavedView): Promise<SavedView>;
  remove(id: string): Promise<void>;
}
