import { isObject } from "../../engine/schema/is-object.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { addressedIn } from "../records/bulk/addressed-in.ts";
import { keyedBulk } from "../records/bulk/keyed-bulk.ts";
import type { Bulk } from "../records/bulk/one-by-one.ts";
import { readableType } from "../records/find-type.ts";
import { malformedEvent, notAWorkflow } from "./case-errors.ts";
import { sendEvent } from "./send-event.ts";

/**
 * Sends one event to many cases, those of `ids` or those that `filter` finds; one that refuses it stops no other. With
 * an `Idempotency-Key`, what was done to a case the first time is answered for it again.
 *
 * @throws DomainError `unknown-type`, `not-a-workflow`, `malformed-event`, `too-many-cases`, `idempotency-key-reused`, 400 naming
 * the filter's key.
 */
export async function sendEventToMany(
  office: Office,
  caller: Caller,
  request: { readonly type: string; readonly body: unknown; readonly key?: string | undefined },
): Promise<Bulk> {
  const { type, body, key } = request;
  if (readableType(office, caller, type).kind !== "workflow") throw notAWorkflow(type);
  if (!isObject(body)) throw malformedEvent();
  const addresses = await addressedIn(office, caller, request);
  const { ids: _, filter: __, ...event } = body;
  return keyedBulk(office, caller, {
    key,
    asked: ["events", type, body],
    addresses,
    act: (one) => sendEvent(office, caller, { ...one, body: event }),
  });
}
