import type { Caller } from "../changes/caller.ts";
import type { SavedView, ViewStore } from "./saved-view.ts";
import { unknownView, viewNotYours } from "./view-errors.ts";

/** Its owner may, and an administrator one that is shared. @throws DomainError `unknown-view`, `view-not-yours`. */
export async function removeView(views: ViewStore, { principal }: Caller, id: string): Promise<SavedView> {
  const view = await views.get(id);
  const own = view?.ownerId === principal.id;
  if (!view || !(own || view.shared)) throw unknownView();
  if (!own && !principal.roles.includes("admin")) throw viewNotYours();
  await views.remove(id);
  return view;
}
