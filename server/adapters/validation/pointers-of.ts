/** The JSON pointer of every object inside the value, by the object. */
export function pointersOf(value: unknown, pointer = "", found = new Map<unknown, string>()): Map<unknown, string> {
  if (typeof value !== "object" || value === null) return found;
  found.set(value, pointer);
  for (const [key, inside] of Object.entries(value)) {
    pointersOf(inside, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, found);
  }
  return found;
}
