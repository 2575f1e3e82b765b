/** The value at a dotted name of a record as it came from the office. */
export function valueIn(record: { readonly [field: string]: unknown }, name: string): unknown {
  let value: unknown = record;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as { readonly [field: string]: unknown })[part];
  }
  return value;
}
