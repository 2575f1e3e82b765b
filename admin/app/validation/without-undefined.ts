/** The value without the properties that are undefined, however deep: forms leave them, and JSON has none. */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : withoutUndefined(item)));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined);
  return Object.fromEntries(entries.map(([key, inside]) => [key, withoutUndefined(inside)]));
}
