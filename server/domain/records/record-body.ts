import { systemFields } from "../../engine/definition/system-fields.ts";
import { instantsInUtc } from "../../engine/schema/instants-in-utc.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { malformedRecord } from "./record-errors.ts";
import { requireStorable } from "./require-storable.ts";

/** A body, parted into data and what the office keeps by itself (`id`, `stage` …). */
export interface SplitBody {
  readonly data: JsonObject;
  readonly system: JsonObject;
}

/**
 * A body as it came in, parted into data, its instants in UTC, and system fields.
 *
 * @throws DomainError `malformed-record`, `not-storable`.
 */
export function recordBody(type: PublishedType, body: unknown, language: Language): SplitBody {
  if (!isObject(body)) throw malformedRecord();
  requireStorable(body, language);
  const isData = (field: string) => !systemFields.has(field) || Object.hasOwn(type.schema.properties ?? {}, field);
  const entries = Object.entries(body);
  return {
    data: instantsInUtc(Object.fromEntries(entries.filter(([field]) => isData(field))), type.schema),
    system: Object.fromEntries(entries.filter(([field]) => !isData(field))),
  };
}

/** The assignee that a body names: undefined when it says nothing about it. */
export function assigneeIn(system: JsonObject): string | null | undefined {
  const assignee = system["assigneeId"];
  return assignee === undefined || assignee === null ? assignee : String(assignee);
}
