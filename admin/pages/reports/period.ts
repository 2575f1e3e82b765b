/** Two inclusive office days, ISO. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The months up to and with `today`, counted back to the day after the same day of the month. */
export function lastMonths(today: string, months: number): Period {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const start = new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay) + 1));
  return { from: start.toISOString().slice(0, 10), to: today };
}

/** The civil year that the day is in, up to that day. */
export function yearToDate(today: string): Period {
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}
