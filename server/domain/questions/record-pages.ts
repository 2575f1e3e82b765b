import type { Case, StoredRecord } from "../../engine/execution/case.ts";
import { startOfDay } from "../../engine/time/calendar.ts";
import { isCalendarDay } from "../../engine/time/calendar-day.ts";
import type { Office } from "../changes/office.ts";
import { isId } from "../changes/uuid-v7.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import { DomainError } from "../domain-error.ts";
import type { Condition } from "../records/record-reader.ts";

/** Some of the records of several types, the newest first, so that all of them are walked through call by call. */
export interface RecordPage {
  readonly records: readonly (StoredRecord | Case)[];
  /** How many there are on all pages. */
  readonly of: number;
  /** What the next page is asked for with; null after the last. */
  readonly next: string | null;
}

/** Which records are walked through, type by type. */
export interface PageQuery {
  readonly types: readonly PublishedType[];
  readonly where: (type: PublishedType) => readonly Condition[];
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

const idField = { name: "id", kind: "system" } as const;

/** @throws DomainError `malformed-page` when `after` is not what a page answered. */
export async function recordPage(office: Office, { types, where, after, limit }: PageQuery): Promise<RecordPage> {
  const [lastType, lastId = ""] = after?.split("/") ?? [types[0]?.id];
  const start = types.findIndex(({ id }) => id === lastType);
  if (after !== null && (start < 0 || !isId(lastId))) throw malformedPage();
  const records: (StoredRecord | Case)[] = [];
  for (const type of types.slice(Math.max(0, start))) {
    const further =
      after !== null && type.id === lastType ? [{ op: "lt" as const, field: idField, value: lastId }] : [];
    const { rows } = await office.reader.list({
      type: type.id,
      where: [...where(type), ...further],
      sort: [{ field: idField, direction: "DESC" }],
      offset: 0,
      limit: limit - records.length,
      uncounted: true,
    });
    records.push(...rows.map(({ record }) => record));
    if (records.length === limit) break;
  }
  const counts = await Promise.all(types.map((type) => office.reader.count({ type: type.id, where: where(type) })));
  const last = records.length === limit ? records.at(-1) : undefined;
  return {
    records,
    of: counts.reduce((sum, count) => sum + count, 0),
    next: last ? `${last.type}/${last.id}` : null,
  };
}

/** The first instant of an office day, `plus` days further. @throws DomainError `malformed-day`. */
export function beginningOf(office: Office, day: string, plus = 0): string {
  if (!isCalendarDay(day)) throw malformedDay(day);
  return startOfDay(day, office.registry.office().timeZone, plus);
}

const malformedPage = () =>
  new DomainError({
    kind: "malformed",
    code: "malformed-page",
    message: {
      fr: "« after » doit être le « next » de la réponse précédente.",
      en: "“after” must be the “next” of the answer before.",
    },
  });

const malformedDay = (day: string) =>
  new DomainError({
    kind: "malformed",
    code: "malformed-day",
    message: { fr: `« ${day} » n’est pas un jour (2026-03-31).`, en: `“${day}” is not a day (2026-03-31).` },
  });
