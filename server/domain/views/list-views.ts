import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { DomainError } from "../domain-error.ts";
import { readableType } from "../records/find-type.ts";
import { planList } from "../records/lists/list-records.ts";
import { isOfTheOffice } from "../rights/is-of-the-office.ts";
import type { SavedView, ViewStore } from "./saved-view.ts";

/**
 * The reader's own views of a list, and those that the office shares with them. One that asks for what this reader may
 * not read is left out.
 *
 * @throws DomainError `unknown-type`, `may-not-read`.
 */
export async function listViews(
  office: Office,
  caller: Caller,
  { views, type }: { readonly views: ViewStore; readonly type: string },
): Promise<readonly SavedView[]> {
  readableType(office, caller, type);
  const { id } = caller.principal;
  const found = await views.of(type, id);
  const offered = isOfTheOffice(office, caller) ? found : found.filter((view) => view.ownerId === id);
  return offered.filter((view) => canBeUsed(office, caller, view));
}

function canBeUsed(office: Office, caller: Caller, { type, filter, sort }: SavedView): boolean {
  try {
    planList(office, caller, { type, filter, ...(sort && { sort }) });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
