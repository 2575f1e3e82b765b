/**
 * A sentence to be shown, in which no French sign begins a line: the spaces that belong to `: ; ? ! »` and `«` do not
 * break. For what is read, never for what is edited or sent back.
 *
 * @example unbroken("Que faire ?") // the space is U+00A0
 */
export function unbroken(sentence: string): string {
  return sentence.replace(/ (?=[:;?!»])/g, "\u00a0").replace(/« /g, "«\u00a0");
}
