/** The instant so many seconds after another; UTC ISO-8601. */
export function after(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
