import type { PublishedType } from "./published-type.ts";

/** Everything that the search entries of a type's records depend on, beside the records. */
export function searchSignature(type: PublishedType): string {
  const fields = [...type.fields.values()]
    .filter(({ ref, searched }) => ref.kind === "text" || searched)
    .map(({ ref, searched, searchClass }) => [ref.name, ref.kind, searched ? searchClass : ""]);
  return JSON.stringify([type.display, ...fields.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1))]);
}
