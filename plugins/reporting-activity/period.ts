/** A stretch of office days, both ends included, ISO. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The months that the period touches, `YYYY-MM`, in order. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month, 1)) months.push(month);
  return months;
}

/** The days of that month that lie in the period. */
export function partOfMonth({ from, to }: Period, month: string): Period {
  const first = `${month}-01`;
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  return { from: first > from ? first : from, to: last < to ? last : to };
}

/** How many whole months the period is long; null when it does not begin and end on the same day of the month. */
export function wholeMonths({ from, to }: Period): number | null {
  const end = dayAfter(to, 1);
  if (end.slice(8) !== from.slice(8)) return null;
  return monthNumber(end) - monthNumber(from);
}

/** The period of the same length that ends on the eve of this one. */
export function periodBefore(period: Period): Period {
  const months = wholeMonths(period);
  const to = dayAfter(period.from, -1);
  if (months !== null)
    return { from: dayOfMonth(monthAfter(period.from.slice(0, 7), -months), period.from.slice(8)), to };
  return { from: dayAfter(period.from, -daysOf(period)), to };
}

/** Its length in days. */
export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

const dayMs = 24 * 3600 * 1000;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function monthAfter(month: string, months: number): string {
  const number = monthNumber(month) + months;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** That day of the month, or its last where the month is shorter. */
function dayOfMonth(month: string, day: string): string {
  const last = dayAfter(`${monthAfter(month, 1)}-01`, -1);
  return `${month}-${day}` < last ? `${month}-${day}` : last;
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
