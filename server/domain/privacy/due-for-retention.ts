import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { RecordAddress } from "../records/load-record.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { dayBefore, dueRecords } from "./due-records.ts";
import { isPersonal } from "./privacy-of.ts";
import type { RetentionDesk } from "./retention-desk.ts";
import { type KeptRule, retentionRules, usualTimes } from "./retention-rules.ts";

/** A record that is to be forgotten today. */
export interface DueRecord {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  /** Empty for one that was deleted before. */
  readonly displayName: string;
  /** The rule that it falls under: how long after, or that it was deleted so long ago. */
  readonly after: string;
  readonly isDeleted: boolean;
}

/** Every record whose time is over by the rules that count, each once; those that were deleted long ago last. */
export async function dueForRetention(
  desk: RetentionDesk,
  caller: Caller,
  counts: (type: PublishedType) => boolean = () => true,
): Promise<readonly DueRecord[]> {
  const due = new Map<string, DueRecord>();
  for (const rule of retentionRules(desk.office).filter(({ type }) => counts(type))) {
    for (const record of await dueByRule(desk, caller, rule)) due.set(record.id, record);
  }
  return [...due.values(), ...(await deletedLongAgo(desk, caller))];
}

/** The live records that one rule says are to be forgotten today. */
export async function dueByRule(
  { office, activity }: RetentionDesk,
  caller: Caller,
  { type, rule }: KeptRule,
): Promise<readonly DueRecord[]> {
  const records = [];
  for await (const record of dueRecords(office, caller, { type, rule, activity })) records.push(record);
  const names = await displayNames(office, caller, records);
  const title = inLanguage(type.definition.title, caller.language);
  return records.map(({ id }) => {
    return { type: type.id, id, title, displayName: names.get(id) ?? "", after: rule.after, isDeleted: false };
  });
}

/**
 * Whether a live record that was due is so no more, because somebody worked with it or with what is about it: a run of many
 * takes minutes. What was deleted or erased is not used again.
 */
export async function isUsedAgain(
  { office, activity }: RetentionDesk,
  caller: Caller,
  { type: typeId, id }: RecordAddress,
): Promise<boolean> {
  for (const { type, rule } of retentionRules(office).filter((kept) => kept.type.id === typeId)) {
    for await (const _ of dueRecords(office, caller, { type, rule, activity, id })) return false;
  }
  const live = await office.reader.get(typeId, id);
  return live !== null && live.record.erasedAt === undefined;
}

/** Records of people that were deleted so long ago that their history is to be forgotten too. */
export async function deletedLongAgo(
  { office, activity }: RetentionDesk,
  caller: Caller,
): Promise<readonly DueRecord[]> {
  const { deletedRecords: after } = usualTimes(office);
  const before = dayBefore(office, after);
  const due: DueRecord[] = [];
  for (const type of office.registry.types().filter(isPersonal)) {
    const title = inLanguage(type.definition.title, caller.language);
    for (const id of await activity.deletedBefore(type.id, before)) {
      due.push({ type: type.id, id, title, displayName: "", after, isDeleted: true });
    }
  }
  return due;
}
