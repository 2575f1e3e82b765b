const dayLength = 86_400_000;

/** The day that many days later, ISO. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

/** The Monday of the day's week, ISO. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** Monday to Friday, and the days of the week-end that something takes place on. */
export function daysOfWeek(monday: string, used: readonly string[]): readonly string[] {
  const all = Array.from({ length: 7 }, (_, n) => addDays(monday, n));
  return all.filter((day, n) => n < 5 || used.includes(day));
}
