import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { answerRecord } from "./answer-record.ts";
import { carryOutOnce } from "./carry-out-once.ts";
import { findType } from "./find-type.ts";
import { planCreation } from "./plan-creation.ts";
import { readingOnce } from "./reading-once.ts";

/**
 * Creates a record, or a case in its first stage, and answers it as its creator may read it. What it causes is done
 * before it returns, as far as that is quick.
 *
 * @throws DomainError `unknown-type`, what {@link planCreation} refuses, `dangling-reference`,
 * `idempotency-key-reused`.
 * @example
 * await createRecord(office, caller, { type: "members", data: { firstName: "Jeanne", lastName: "Roux" } });
 */
export async function createRecord(
  office: Office,
  caller: Caller,
  request: { readonly type: string; readonly data: unknown; readonly key?: string | undefined },
): Promise<JsonObject> {
  const type = findType(office, request.type);
  const { data, key } = request;
  const done = await carryOutOnce(office, caller, {
    key,
    asked: { create: type.id, data },
    plan: () => planCreation(readingOnce(office), caller, { type, body: data }),
  });
  if (done.how === "repeated") return done.answer;
  if (done.change === null) throw new Error("A creation always changes something");
  const record = await office.effects.follow(done.change);
  return answerRecord(office, caller, { type, record });
}
