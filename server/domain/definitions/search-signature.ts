import type { PublishedType } from "./published-type.ts";

/** What the words and keys of a type's records depend on, beside the records. */
export function searchSignature(type: PublishedType): string {
  const fields = [...type.fields.values()]
    .filter(({ ref, searched }) => ref.kind === "text" || searched)
    .map(({ ref, searched, searchClass }) => [ref.name, ref.kind, searched ? searchClass : ""]);
  const inOrder = fields.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));
  return JSON.stringify(inOrder);
}
