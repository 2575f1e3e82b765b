/** What XState's JSON writes as one or several, as a list. */
export function asList<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return isReadonlyArray(value) ? value : [value];
}

function isReadonlyArray<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}
