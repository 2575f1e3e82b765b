import { isCalendarDay } from "./calendar-day.ts";

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether the text is an ISO-8601 instant with its offset from UTC, such as `2026-03-31T14:30:00Z`. */
export function isInstant(text: string): boolean {
  const [, day] = INSTANT.exec(text) ?? [];
  return day !== undefined && isCalendarDay(day);
}
