import { createHash } from "node:crypto";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { KeptAnswer } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import { recordAtVersion } from "../records/record-at.ts";
import { keyUsedOtherwise, malformedKey } from "./case-errors.ts";

const readable = /^[\x20-\x7e]{1,200}$/;

/**
 * What is kept of a request that came with an `Idempotency-Key`, so that the same one is carried out once.
 *
 * @throws DomainError `malformed-idempotency-key`.
 */
export function keptAnswer(caller: Caller, key: string, request: unknown): KeptAnswer {
  if (!readable.test(key)) throw malformedKey();
  const digest = createHash("sha256").update(JSON.stringify(request)).digest("hex");
  return { key, actorId: caller.principal.id, digest };
}

/**
 * The first answer to the request, or null when it is the first.
 *
 * @throws DomainError `idempotency-key-reused` when the key was used for another request.
 */
export async function givenAnswer(office: Office, caller: Caller, kept: KeptAnswer): Promise<JsonObject | null> {
  const given = await office.committer.answered(kept.actorId, kept.key);
  if (given === null) return null;
  if (given.digest !== kept.digest) throw keyUsedOtherwise();
  return recordAtVersion(office, caller, { type: given.type, id: given.recordId, version: given.version });
}
