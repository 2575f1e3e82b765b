import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { addressedIn } from "./bulk/addressed-in.ts";
import { keyedBulk } from "./bulk/keyed-bulk.ts";
import type { Bulk } from "./bulk/one-by-one.ts";
import { deleteRecord } from "./delete-record.ts";
import { readableType, requireRight } from "./find-type.ts";

/**
 * Deletes many records, those of `ids` or those that `filter` finds; one that is referred to stays and stops no other.
 * With an `Idempotency-Key`, what was deleted the first time is answered again.
 *
 * @throws DomainError `unknown-type`, `may-not-read`, `may-not-delete`, `too-many-cases`, `idempotency-key-reused`, 400
 * naming the filter's key.
 */
export async function deleteMany(
  office: Office,
  caller: Caller,
  request: { readonly type: string; readonly body: unknown; readonly key?: string | undefined },
): Promise<Bulk> {
  const { type, body, key } = request;
  requireRight(caller, "delete", readableType(office, caller, type));
  return keyedBulk(office, caller, {
    key,
    asked: ["delete", type, body],
    addresses: await addressedIn(office, caller, request),
    act: (one) => deleteRecord(office, caller, one),
  });
}
