import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { malformedRecord } from "./record-errors.ts";
import { requireStorable } from "./require-storable.ts";
import { type SplitBody, splitBody } from "./system-fields.ts";

/**
 * A body as it came in, parted into data and system fields.
 *
 * @throws DomainError `malformed-record`, `not-storable`.
 */
export function recordBody(type: PublishedType, body: unknown, language: Language): SplitBody {
  if (!isObject(body)) throw malformedRecord();
  requireStorable(body, language);
  return splitBody(type, body);
}

/** The assignee that a body names: undefined when it says nothing about it. */
export function assigneeIn(system: JsonObject): string | null | undefined {
  const assignee = system["assigneeId"];
  return assignee === undefined || assignee === null ? assignee : String(assignee);
}
