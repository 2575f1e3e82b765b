import { namingReferences } from "../records/naming/naming-fields.ts";
import type { PublishedType } from "./published-type.ts";
import { searchSignature } from "./search-signature.ts";

/**
 * What the search entries of each type depend on beside its records: how they are searched and called, and how those
 * are called that they are called after. Where it is what it was, the entries need not be made again.
 */
export function indexSignatures(types: readonly PublishedType[]): ReadonlyMap<PublishedType, string> {
  const byId = new Map(types.map((type) => [type.id, type]));
  const signatureOf = (type: PublishedType) => JSON.stringify([searchSignature(type), ...namesBehind(type, byId)]);
  return new Map(types.map((type) => [type, signatureOf(type)]));
}

/** How the type's records are called and those that their names reach, in the order of their ids. */
function namesBehind(type: PublishedType, byId: ReadonlyMap<string, PublishedType>) {
  const reached = new Set([type]);
  for (const each of reached) {
    for (const { type: to } of namingReferences(each)) {
      const named = byId.get(to);
      if (named) reached.add(named);
    }
  }
  return [...reached].map(({ id, display, sortName }) => [id, display, sortName]).sort(byFirst);
}

function byFirst([left = ""]: readonly string[], [right = ""]: readonly string[]): number {
  return left < right ? -1 : 1;
}
