import { addDuration, localDay } from "../../engine/time/calendar.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { RetentionRule } from "../../plugin-api/record-type-definition.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { eachStored } from "../records/lists/each-record.ts";
import type { LabelledRecord } from "../records/record-reader.ts";
import { recordsAbout } from "./about-whom.ts";
import type { Activity } from "./activity.ts";

/** What to look for: the records of a type that fall under one of its rules, all or the one that is named. */
interface DueQuery {
  readonly type: PublishedType;
  readonly rule: RetentionRule;
  readonly activity: Activity;
  readonly id?: string;
}

/** Live records of a type that one of its rules says are to be forgotten today. */
export async function* dueRecords(
  office: Office,
  caller: Caller,
  { type, rule, activity, id }: DueQuery,
): AsyncGenerator<LabelledRecord["record"]> {
  const day = dayBefore(office, rule.after);
  const own: JsonObject = id === undefined ? {} : { id };
  const filter: JsonObject = { ...rule.where, [`${rule.since ?? "createdAt"}_lt`]: day, ...own };
  for await (const rows of eachStored(office, caller, { type, filter })) {
    const records = rows.map(({ record }) => record).filter(({ erasedAt }) => erasedAt === undefined);
    const last =
      rule.since === undefined ? await activity.lastOf(records.map(({ id }) => id)) : new Map<string, string>();
    for (const record of records) {
      if ((last.get(record.id) ?? "") >= day) continue;
      if (rule.since === undefined && (await isAnyActive(office, { record, activity, day }))) continue;
      yield record;
    }
  }
}

/** The day that lies so long before today. */
export function dayBefore(office: Pick<Office, "clock" | "registry">, duration: string): string {
  const { timeZone } = office.registry.office();
  return addDuration(localDay(office.clock.now(), timeZone), `-${duration}`, { timeZone });
}

/** Whoever still comes is not forgotten because their own record lies still. */
async function isAnyActive(
  office: Office,
  {
    record,
    activity,
    day,
  }: { readonly record: LabelledRecord["record"]; readonly activity: Activity; readonly day: string },
): Promise<boolean> {
  const about = await recordsAbout(office, record);
  const last = await activity.lastOf(about.map(({ id }) => id));
  return [...last.values()].some((at) => at >= day);
}
