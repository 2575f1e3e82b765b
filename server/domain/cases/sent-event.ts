import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import { requireStorable } from "../records/require-storable.ts";
import { malformedEvent } from "./case-errors.ts";

/** An event as somebody sends it. */
export interface SentEvent {
  readonly type: string;
  readonly payload: JsonObject;
  /** The version that the sender knows; without it the event is for the case as it is. */
  readonly version?: number;
  readonly note: string | null;
}

const longestNote = 10_000;

/**
 * Reads the body of `POST …/events`.
 *
 * @throws DomainError `malformed-event`, `not-storable`.
 */
export function readEvent(body: unknown, language: Language): SentEvent {
  if (!isObject(body)) throw malformedEvent();
  const { type, payload = {}, version, note = null } = body;
  if (typeof type !== "string" || type === "" || !isObject(payload)) throw malformedEvent();
  if (note !== null && (typeof note !== "string" || note.length > longestNote)) throw malformedEvent();
  if (version !== undefined && version !== null && !Number.isSafeInteger(version)) throw malformedEvent();
  requireStorable(payload, language);
  requireStorable({ note }, language);
  return { type, payload, note, ...(typeof version === "number" ? { version } : {}) };
}
