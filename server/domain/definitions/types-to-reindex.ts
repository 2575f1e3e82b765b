import { namingReferences } from "../records/naming/naming-fields.ts";
import type { PublishedType } from "./published-type.ts";
import { searchSignature } from "./search-signature.ts";

/**
 * The types whose search entries are to be made again: those that are searched or called otherwise than before, and
 * those that are called after their records.
 */
export function typesToReindex(
  types: readonly PublishedType[],
  before: ReadonlyMap<string, PublishedType>,
): readonly PublishedType[] {
  const isOther = (type: PublishedType, told: (of: PublishedType) => string) => {
    const was = before.get(type.id);
    return was !== undefined && told(was) !== told(type);
  };
  const renamed = new Set(types.filter((type) => isOther(type, namesOf)).map(({ id }) => id));
  for (let known = 0; known < renamed.size; ) {
    known = renamed.size;
    for (const type of types) if (namingReferences(type).some(({ type: to }) => renamed.has(to))) renamed.add(type.id);
  }
  return types.filter((type) => renamed.has(type.id) || isOther(type, searchSignature));
}

function namesOf({ display, sortName }: PublishedType): string {
  return JSON.stringify([display, sortName]);
}
