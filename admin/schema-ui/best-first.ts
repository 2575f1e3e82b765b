import { fold, words } from "../../server/engine/schema/fold.ts";

/**
 * What people most likely mean first: names that begin with what they typed, then names with a word that does, then
 * those that were found by something else. The office's own order stays within each.
 */
export function bestFirst<Named extends { readonly name: string }>(
  found: readonly Named[],
  typed: string,
): readonly Named[] {
  const wanted = fold(typed.trim());
  if (wanted === "") return found;
  const rank = ({ name }: Named) => {
    if (fold(name).startsWith(wanted)) return 0;
    return words(name).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return [...found].sort((one, other) => rank(one) - rank(other));
}
