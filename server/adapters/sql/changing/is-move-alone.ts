import type { Change } from "../../../domain/changes/change.ts";

/** A move of a case that keeps its data, and that depends on nothing but the case. */
export function isMoveAlone({ kind, index, references, premises = [], settles, erase }: Change): boolean {
  const depends = references.length > 0 || premises.length > 0 || settles !== undefined;
  return kind === "update" && index === null && !depends && erase === undefined;
}
