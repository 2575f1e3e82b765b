import { localDay, startOfDay } from "../../engine/time/calendar.ts";
import type { DrillDown } from "../../plugin-api/contributions/index.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { requireAdministrator } from "../definitions/require-administrator.ts";
import { recordsAbout } from "./about-whom.ts";
import type { ErasureCount } from "./activity.ts";
import { type ErasurePlan, tellErasure } from "./describe-erasure.ts";
import { deletedLongAgo, dueByRule, dueForRetention } from "./due-for-retention.ts";
import { keptFields } from "./privacy-of.ts";
import type { RetentionDesk } from "./retention-desk.ts";
import { retentionRules, usualTimes } from "./retention-rules.ts";
import { ruleSentence, usualSentence } from "./retention-sentences.ts";
import { oldReads } from "./run-retention.ts";

/** The rules of retention as administrators read them: one answer of `GET /api/retention`. */
export interface RetentionOverview {
  readonly rules: readonly DescribedRule[];
  readonly deleted: { readonly sentence: string; readonly due: number };
  readonly reads: { readonly sentence: string; readonly due: number };
  /** When the rules are next applied by themselves. UTC ISO-8601. */
  readonly nextRun: string;
  /** What was erased, by rules or by hand, the latest first. */
  readonly erased: readonly ErasureLine[];
}

/** A rule of one type, in words. */
export interface DescribedRule {
  readonly type: string;
  readonly title: string;
  readonly kind: "record" | "workflow";
  readonly sentence: string;
  /** How many records fall under it today. */
  readonly due: number;
  /** The list of exactly these; null when there are none, or too many for an address. */
  readonly drill: DrillDown | null;
}

/** So many records of a type were erased, or made anonymous, on a day of the office by somebody. */
export interface ErasureLine extends ErasureCount {
  readonly title: string;
}

/** The longest list that an address can name record by record. */
const longestDrill = 200;
/** Erasures that are looked back at. */
const mostErasures = 5000;
const mostLines = 50;

/** @throws DomainError `administrators-only`. */
export async function describeRetention(desk: RetentionDesk, caller: Caller): Promise<RetentionOverview> {
  requireAdministrator(caller);
  const { office } = desk;
  const { language } = caller;
  const rules: DescribedRule[] = [];
  for (const kept of retentionRules(office)) {
    const { type } = kept;
    const ids = (await dueByRule(desk, caller, kept)).map(({ id }) => id);
    const isListed = ids.length > 0 && ids.length <= longestDrill;
    rules.push({
      type: type.id,
      title: inLanguage(type.definition.title, language),
      kind: type.kind,
      sentence: ruleSentence(office, kept, language),
      due: ids.length,
      drill: isListed ? { type: type.id, filter: { id: ids } } : null,
    });
  }
  const { deletedRecords, readLog } = usualTimes(office);
  return {
    rules,
    deleted: {
      sentence: usualSentence("deleted", deletedRecords, language),
      due: (await deletedLongAgo(desk, caller)).length,
    },
    reads: { sentence: usualSentence("reads", readLog, language), due: await oldReads(desk) },
    nextRun: nextRunOf(office),
    erased: await erasedSoFar(desk, caller),
  };
}

/**
 * What the next run would erase, in words: everything that is due and what is about it.
 *
 * @throws DomainError `administrators-only`.
 */
export async function previewRetention(desk: RetentionDesk, caller: Caller): Promise<ErasurePlan> {
  requireAdministrator(caller);
  const { office } = desk;
  const due = await dueForRetention(desk, caller);
  const records = new Map<string, { readonly type: string; readonly how: "erased" | "anonymised" }>();
  for (const one of due) {
    const found = one.isDeleted ? [] : await recordsAbout(office, one);
    for (const { id, type, erasedAt } of [...found, { ...one, erasedAt: undefined }]) {
      const known = office.registry.type(type);
      if (known === undefined || erasedAt !== undefined) continue;
      const goesWhole = one.isDeleted || keptFields(office.registry, known) === null;
      records.set(id, { type, how: goesWhole ? "erased" : "anonymised" });
    }
  }
  return tellErasure(office, caller, { records: [...records.values()], files: 0, first: due[0]?.type ?? "" });
}

async function erasedSoFar({ office, activity }: RetentionDesk, { language }: Caller): Promise<readonly ErasureLine[]> {
  const { timeZone } = office.registry.office();
  const lines = new Map<string, ErasureLine>();
  for (const { at, type, how, by } of await activity.erased(mostErasures)) {
    const day = localDay(at, timeZone);
    const key = JSON.stringify([day, type, how, by]);
    const title = inLanguage(office.registry.type(type)?.definition.title ?? type, language);
    const count = (lines.get(key)?.count ?? 0) + 1;
    lines.set(key, { day, type, title, how, by, count });
  }
  return [...lines.values()].slice(0, mostLines);
}

/** Once a day, when the office's day begins. */
function nextRunOf({ clock, registry }: Office): string {
  const { timeZone } = registry.office();
  return startOfDay(localDay(clock.now(), timeZone), timeZone, 1);
}
