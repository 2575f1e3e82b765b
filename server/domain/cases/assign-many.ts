import { isObject } from "../../engine/schema/is-object.ts";
import type { Json } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { addressedIn } from "../records/bulk/addressed-in.ts";
import { keyedBulk } from "../records/bulk/keyed-bulk.ts";
import type { Bulk } from "../records/bulk/one-by-one.ts";
import { readableType, requireRight } from "../records/find-type.ts";
import { updateRecord } from "../records/update-record.ts";
import { malformedAssignment, notAWorkflow } from "./case-errors.ts";
import { requireStaff } from "./require-staff.ts";

/**
 * Gives many cases, those of `ids` or those that `filter` finds, to one member of the office, or to nobody. With an
 * `Idempotency-Key`, what was given the first time is answered again.
 *
 * @throws DomainError `unknown-type`, `not-a-workflow`, `may-not-update`, `malformed-assignment`, `unknown-assignee`,
 * `too-many-cases`, `idempotency-key-reused`, 400 naming the filter's key.
 */
export async function assignMany(
  office: Office,
  caller: Caller,
  request: { readonly type: string; readonly body: unknown; readonly key?: string | undefined },
): Promise<Bulk> {
  const type = readableType(office, caller, request.type);
  if (type.kind !== "workflow") throw notAWorkflow(request.type);
  requireRight(caller, "update", type);
  const assigneeId = await assigneeOf(office, isObject(request.body) ? request.body["assigneeId"] : undefined);
  return keyedBulk(office, caller, {
    key: request.key,
    asked: ["assignments", request.type, request.body],
    addresses: await addressedIn(office, caller, request),
    act: (one) => updateRecord(office, caller, { ...one, data: { assigneeId } }),
  });
}

/** Whoever is named, who must work here; null for nobody. @throws DomainError `malformed-assignment`, `unknown-assignee`. */
export async function assigneeOf(office: Office, asked: Json | undefined): Promise<string | null> {
  if (asked !== null && typeof asked !== "string") throw malformedAssignment();
  await requireStaff(office, asked);
  return asked;
}
