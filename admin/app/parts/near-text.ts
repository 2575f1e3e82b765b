const letters = 3;

/**
 * How the words begin: finds a name that is written otherwise further on. Null where that would find nothing else: for
 * words as short already, and for numbers, whose beginnings say nothing.
 *
 * @example nearText("Arjetta Pinau"); // "Arj Pin"
 */
export function nearText(text: string): string | null {
  const words = text.trim().split(/\s+/);
  if (/\d/.test(text) || words.every(({ length }) => length <= letters)) return null;
  return words.map((word) => word.slice(0, letters)).join(" ");
}
