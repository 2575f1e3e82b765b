import type { JsonObject } from "../../../plugin-api/json.ts";
import type { Caller } from "../../changes/caller.ts";
import type { Office } from "../../changes/office.ts";
import { type KeyedRequest, keptAnswer } from "../carry-out-once.ts";
import type { RecordAddress } from "../load-record.ts";
import { keyUsedOtherwise } from "../record-errors.ts";
import { type Bulk, oneByOne } from "./one-by-one.ts";

/** One of the many that a request is about, with its own key under that of the request. */
type KeyedAddress = RecordAddress & { readonly key?: string };

/**
 * Does the same to each record of a request that may come twice. Its key is bound to what it asks for before anything is
 * done, whatever becomes of the records; sent again, it does what was done before no second time, and tries the rest.
 *
 * @throws DomainError `malformed-idempotency-key`, `idempotency-key-reused`.
 */
export async function keyedBulk(
  office: Office,
  caller: Caller,
  work: KeyedRequest & {
    readonly addresses: readonly RecordAddress[];
    readonly act: (address: KeyedAddress) => Promise<JsonObject>;
  },
): Promise<Bulk> {
  const { key, addresses, act } = work;
  if (key === undefined) return oneByOne(office, caller, { addresses, act });
  await bindKey(office, caller, { key, asked: work.asked });
  return oneByOne(office, caller, { addresses, act: (address) => act({ ...address, key: `${key}/${address.id}` }) });
}

/** Of two requests at once with one key, the first to keep it has it. */
async function bindKey(office: Office, caller: Caller, { key, asked }: KeyedRequest & { readonly key: string }) {
  const { committer, clock } = office;
  const kept = keptAnswer(caller, key, asked);
  await committer.keepAnswer(kept, { type: "", recordId: "", version: 0, at: clock.now() });
  const bound = await committer.answered(kept.actorId, kept.key);
  if (bound?.digest !== kept.digest) throw keyUsedOtherwise();
}
