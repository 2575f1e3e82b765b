import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { DomainError } from "../domain-error.ts";
import { readableType } from "../records/find-type.ts";
import { isJsonObject } from "../records/value-at.ts";
import { malformedEvent, notAWorkflow, tooManyCases } from "./case-errors.ts";
import { sendEvent } from "./send-event.ts";

/** What became of the event on one case. */
export type SentToOne =
  | { readonly id: string; readonly case: JsonObject }
  | { readonly id: string; readonly error: DomainError };

const mostCases = 1000;
const atOnce = 64;

/**
 * Sends one event to many cases; one that refuses it stops no other. Answers in the order of the ids.
 *
 * @throws DomainError `unknown-type`, `not-a-workflow`, `malformed-event`, `too-many-cases`.
 */
export async function sendEventToMany(
  office: Office,
  caller: Caller,
  { type: typeId, body }: { readonly type: string; readonly body: unknown },
): Promise<readonly SentToOne[]> {
  const type = readableType(office, caller, typeId);
  if (type.kind !== "workflow") throw notAWorkflow(typeId);
  if (!isJsonObject(body)) throw malformedEvent();
  const { ids, ...event } = body;
  const isList = Array.isArray(ids) && ids.every((id): id is string => typeof id === "string");
  if (!isList || ids.length === 0 || ids.length > mostCases) throw tooManyCases(mostCases);
  const answers: SentToOne[] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const group = ids.slice(start, start + atOnce);
    answers.push(
      ...(await Promise.all(group.map((id) => sendToOne(office, caller, { type: typeId, id, body: event })))),
    );
  }
  return answers;
}

async function sendToOne(
  office: Office,
  caller: Caller,
  request: { readonly type: string; readonly id: string; readonly body: JsonObject },
): Promise<SentToOne> {
  try {
    return { id: request.id, case: await sendEvent(office, caller, request) };
  } catch (error) {
    if (error instanceof DomainError) return { id: request.id, error };
    throw error;
  }
}
