import { localDay } from "../../engine/time/calendar.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { derive } from "./derive.ts";

/** The data with the values that the type's rules compute as of today. */
export function derivedData(office: Office, type: PublishedType, data: JsonObject): JsonObject {
  if ((type.definition.derived ?? []).length === 0) return data;
  const { timeZone } = office.registry.office();
  const today = localDay(office.clock.now(), timeZone);
  return derive(type, data, { today, timeZone, tools: office.tools() });
}
