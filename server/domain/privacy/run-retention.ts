import type { Caller } from "../changes/caller.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { requireAdministrator } from "../definitions/require-administrator.ts";
import { type Bulk, type DoneToOne, oneByOne } from "../records/bulk/one-by-one.ts";
import { type DueRecord, dueForRetention, isUsedAgain } from "./due-for-retention.ts";
import { dayBefore } from "./due-records.ts";
import { eraseWithAbout } from "./erase-person.ts";
import { unconfirmedErasure, usedAgain } from "./privacy-errors.ts";
import { removeFiles } from "./remove-files.ts";
import type { RetentionDesk } from "./retention-desk.ts";
import { usualTimes } from "./retention-rules.ts";

/** What a run of the rules did, or would do. */
export interface RetentionReport {
  readonly due: readonly DueRecord[];
  /** Reads that were forgotten, or would be. */
  readonly reads: number;
  /** Those that could not be forgotten, with why; the next run comes back to them. */
  readonly refused: readonly Extract<DoneToOne, { readonly displayName: string }>[];
}

/** How the rules are applied. */
export interface RetentionRun {
  readonly dryRun: boolean;
  /** Types whose rules are left for another day are not. All count without it. */
  readonly counts?: (type: PublishedType) => boolean;
}

/**
 * Forgets whom the rules of retention say: records whose time has come, with what is about them; records that were
 * deleted some time ago; old reads. One that cannot be forgotten stops no other. A dry run changes nothing.
 *
 * @throws DomainError `administrators-only`.
 */
export async function runRetention(
  desk: RetentionDesk,
  caller: Caller,
  { dryRun, counts }: RetentionRun,
): Promise<RetentionReport> {
  requireAdministrator(caller);
  const due = await dueForRetention(desk, caller, counts);
  if (dryRun) return { due, reads: await oldReads(desk), refused: [] };
  const refused: RetentionReport["refused"][number][] = [];
  for await (const group of forgetAll(desk, caller, due).results) {
    refused.push(...group.filter((one) => "error" in one));
  }
  return { due, reads: await tidy(desk), refused };
}

/**
 * Does the same, telling what becomes of each as it is done.
 *
 * @throws DomainError `administrators-only`, `unconfirmed-erasure`.
 */
export async function startRetention(
  desk: RetentionDesk,
  caller: Caller,
  { confirm }: { readonly confirm: boolean },
): Promise<Bulk> {
  requireAdministrator(caller);
  if (!confirm) throw unconfirmedErasure();
  const { total, results } = forgetAll(desk, caller, await dueForRetention(desk, caller));
  return { total, results: thenTidied(desk, results) };
}

async function* thenTidied(desk: RetentionDesk, results: Bulk["results"]): Bulk["results"] {
  yield* results;
  await tidy(desk);
}

function forgetAll(desk: RetentionDesk, caller: Caller, due: readonly DueRecord[]): Bulk {
  return oneByOne(desk.office, caller, {
    addresses: due.map(({ type, id }) => ({ type, id })),
    act: async (address) => {
      if (await isUsedAgain(desk, caller, address)) throw usedAgain();
      await eraseWithAbout(desk, caller, address);
      return { id: address.id };
    },
  });
}

async function tidy(desk: RetentionDesk): Promise<number> {
  await removeFiles(desk.files);
  return desk.readLog.forgetBefore(readsUntil(desk));
}

/** How many reads are old enough to be forgotten. */
export async function oldReads(desk: RetentionDesk): Promise<number> {
  // Before that day: an instant of the day itself sorts after it.
  return (await desk.readLog.list({ to: readsUntil(desk), direction: "ASC", offset: 0, limit: 1 })).total;
}

function readsUntil({ office }: RetentionDesk): string {
  return dayBefore(office, usualTimes(office).readLog);
}
