import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { RecordAction } from "../rights/rights.ts";
import { forbiddenAction, unknownType } from "./record-errors.ts";

/** The type in force of that id. @throws DomainError `unknown-type`. */
export function findType(office: Pick<Office, "registry">, id: string): PublishedType {
  const type = office.registry.type(id);
  if (type === undefined) throw unknownType(id);
  return type;
}

/** The type, when the caller may read its records. @throws DomainError `unknown-type`, `may-not-read`. */
export function readableType(office: Pick<Office, "registry">, caller: Caller, id: string): PublishedType {
  const type = findType(office, id);
  requireRight(caller, "read", type);
  return type;
}

/** @throws DomainError `may-not-…` when the caller may not. */
export function requireRight(caller: Caller, action: RecordAction, type: PublishedType): void {
  if (!caller.rights.may(action, type.id)) throw forbiddenAction(action, type.definition.title);
}
