import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { malformedRecord } from "./record-errors.ts";
import { requireStorable } from "./require-storable.ts";
import { type SplitBody, splitBody } from "./system-fields.ts";
import { isJsonObject } from "./value-at.ts";

/**
 * A body as it came in, parted into data and system fields.
 *
 * @throws DomainError `malformed-record`, `not-storable`.
 */
export function recordBody(type: PublishedType, body: unknown, language: Language): SplitBody {
  if (!isJsonObject(body)) throw malformedRecord();
  requireStorable(body, language);
  return splitBody(type, body);
}

/** The assignee that a body names: undefined when it says nothing about it. */
export function assigneeIn(system: JsonObject): string | null | undefined {
  const assignee = system["assigneeId"];
  return assignee === undefined || assignee === null ? assignee : String(assignee);
}
