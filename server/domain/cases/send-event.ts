import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import type { Office } from "../changes/office.ts";
import { answerRecord } from "../records/answer-record.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { givenAnswer, keptAnswer } from "./kept-answer.ts";
import { loadCase } from "./load-case.ts";
import { planEvent } from "./plan-event.ts";
import { readEvent } from "./sent-event.ts";

export interface EventRequest extends RecordAddress {
  /** `{type, payload?, version?, note?}` as it came in. */
  readonly body: unknown;
  /** The `Idempotency-Key`: a second request with it is given the first answer. */
  readonly key?: string | undefined;
}

/**
 * Sends an event to a case and answers the case after it. What it causes is done before it returns, as far as that is
 * quick. When somebody else's change comes first it is decided again on the case as it is then, unless the request
 * names the version that it is for.
 *
 * @throws DomainError in this order: `unknown-type`, `unknown-record`, `malformed-event`, what {@link planEvent}
 * refuses; `idempotency-key-reused`.
 * @example
 * await sendEvent(office, caller, { type: "loans", id, body: { type: "RETURN", payload: { state: "good" } } });
 */
export async function sendEvent(office: Office, caller: Caller, request: EventRequest): Promise<JsonObject> {
  const first = await loadCase(office, caller, request);
  const sent = readEvent(request.body, caller.language);
  const { type, id, key } = request;
  const answer = key === undefined ? undefined : keptAnswer(caller, key, { type, id, sent });
  const given = answer === undefined ? null : await givenAnswer(office, caller, answer);
  if (given !== null) return given;
  const { version, note } = sent;
  const event = { type: sent.type, payload: sent.payload, source: "person" } as const;
  const done = await carryOut(office, async (attempt) => {
    const loaded = attempt === 0 ? first : await loadCase(office, caller, request);
    const change = await planEvent(office, caller, {
      ...loaded,
      event,
      note,
      ...(version === undefined ? {} : { version }),
    });
    return answer === undefined ? change : { ...change, answer };
  });
  if (done.change === null) throw new Error("An event always leaves an entry");
  if (done.how === "answered" && answer !== undefined) {
    const answered = await givenAnswer(office, caller, answer);
    if (answered !== null) return answered;
  }
  const record = await office.effects.follow(done.change);
  return answerRecord(office, caller, { type: first.type, record });
}
