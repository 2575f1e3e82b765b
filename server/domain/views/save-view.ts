import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { planList } from "../records/lists/list-records.ts";
import { isOfTheOffice } from "../rights/is-of-the-office.ts";
import type { SavedView, ViewStore } from "./saved-view.ts";
import { mayNotShare, tooManyViews, viewWithoutName } from "./view-errors.ts";

/** A list as its reader sees it now, and the name to keep it under. */
export interface ViewToSave {
  readonly type: string;
  readonly name: string;
  readonly filter: JsonObject;
  readonly sort: SavedView["sort"];
  readonly columns: readonly string[] | null;
  readonly shared: boolean;
}

const mostViews = 100;
const longestName = 80;

/**
 * Keeps a list as its reader sees it. One of the same name takes its place.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `view-without-name`, `may-not-share`, `too-many-views`, or 400
 * naming the key that cannot be filtered or sorted by.
 */
export async function saveView(
  office: Office,
  caller: Caller,
  { views, view }: { readonly views: ViewStore; readonly view: ViewToSave },
): Promise<SavedView> {
  const name = view.name.trim();
  const ownerId = caller.principal.id;
  planList(office, caller, { type: view.type, filter: view.filter, ...(view.sort && { sort: view.sort }) });
  if (name === "" || name.length > longestName) throw viewWithoutName();
  if (view.shared && !isOfTheOffice(office, caller)) throw mayNotShare();
  const own = (await views.of(view.type, ownerId)).filter((one) => one.ownerId === ownerId);
  if (own.length >= mostViews && !own.some((one) => one.name === name)) throw tooManyViews(mostViews);
  return views.put({ ...view, id: office.newId(), ownerId, name });
}
