import type { JsonObject } from "../../plugin-api/json.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { answerRecord } from "../records/answer-record.ts";
import { carryOutOnce } from "../records/carry-out-once.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { readingOnce } from "../records/reading-once.ts";
import { loadCase } from "./load-case.ts";
import { planEvent } from "./plan-event.ts";
import { readEvent } from "./sent-event.ts";

/** A request to send an event to a case. */
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
  let now = readingOnce(office);
  const first = await loadCase(now, caller, request);
  const sent = readEvent(request.body, caller.language);
  const { type, id, key } = request;
  const { version, note } = sent;
  const event = { type: sent.type, payload: sent.payload, source: "person" } as const;
  const done = await carryOutOnce(office, caller, {
    key,
    asked: { type, id, sent },
    plan: async (attempt) => {
      if (attempt > 0) now = readingOnce(office);
      const loaded = attempt === 0 ? first : await loadCase(now, caller, request);
      const insisted = version === undefined ? {} : { version };
      return planEvent(now, caller, { ...loaded, event, note, ...insisted });
    },
  });
  if (done.how === "repeated") return done.answer;
  if (done.change === null) throw new Error("An event always leaves an entry");
  const record = await office.effects.follow(done.change);
  const asked = done.change.effects.length === 0 ? now : office;
  return answerRecord(asked, caller, { type: first.type, record });
}
