import { inLanguage } from "../../plugin-api/text.ts";
import type { ReadLogStore } from "../audit/read-log.ts";
import type { Caller } from "../changes/caller.ts";
import { requireAdministrator } from "../definitions/require-administrator.ts";
import { displayNames } from "../records/display-names.ts";
import type { Activity } from "./activity.ts";
import { dayBefore, dueRecords } from "./due-records.ts";
import { eraseWithAbout, type PrivacyDesk } from "./erase-person.ts";
import { isPersonal } from "./privacy-of.ts";
import { removeFiles } from "./remove-files.ts";

export interface RetentionDesk extends PrivacyDesk {
  readonly activity: Activity;
  readonly readLog: ReadLogStore;
}

/** What a run of the rules did, or would do. */
export interface RetentionReport {
  readonly due: readonly DueRecord[];
  /** Reads that were forgotten, or would be. */
  readonly reads: number;
}

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

const usually = { deletedRecords: "P30D", readLog: "P1Y" } as const;

/**
 * Forgets whom the rules of retention say: records whose time has come, with what is about them; records that were
 * deleted some time ago; old reads. A dry run changes nothing.
 *
 * @throws DomainError `administrators-only`.
 */
export async function runRetention(
  desk: RetentionDesk,
  caller: Caller,
  { dryRun }: { readonly dryRun: boolean },
): Promise<RetentionReport> {
  requireAdministrator(caller);
  const { office, readLog } = desk;
  const due = [...(await outOfTime(desk, caller)), ...(await deletedLongAgo(desk, caller))];
  const readsUntil = dayBefore(office, office.registry.office().privacy?.readLog ?? usually.readLog);
  if (dryRun) return { due, reads: await readsBefore(readLog, readsUntil) };
  for (const { type, id } of due) await eraseWithAbout(desk, caller, { type, id });
  await removeFiles(desk.files);
  return { due, reads: await readLog.forgetBefore(readsUntil) };
}

async function outOfTime({ office, activity }: RetentionDesk, caller: Caller): Promise<readonly DueRecord[]> {
  const due = new Map<string, DueRecord>();
  for (const type of office.registry.types()) {
    const title = inLanguage(type.definition.title, caller.language);
    for (const rule of type.definition.privacy?.retention ?? []) {
      for await (const record of dueRecords(office, caller, { type, rule, activity })) {
        const { id } = record;
        const displayName = (await displayNames(office, caller, [record])).get(id) ?? "";
        due.set(id, { type: type.id, id, title, displayName, after: rule.after, isDeleted: false });
      }
    }
  }
  return [...due.values()];
}

async function deletedLongAgo({ office, activity }: RetentionDesk, caller: Caller): Promise<readonly DueRecord[]> {
  const after = office.registry.office().privacy?.deletedRecords ?? usually.deletedRecords;
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

async function readsBefore(log: ReadLogStore, at: string): Promise<number> {
  // Before that day: an instant of the day itself sorts after it.
  return (await log.list({ to: at, direction: "ASC", offset: 0, limit: 1 })).total;
}
