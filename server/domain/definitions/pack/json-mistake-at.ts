const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const key = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

type Container = "{" | "[";
type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end";

/**
 * Where a text stops being JSON: the place that the messages of `JSON.parse` do not always tell. The length of the
 * text when it is cut off.
 */
export function jsonMistakeAt(text: string): number {
  const open: Container[] = [];
  let at = 0;
  let expected: Expected = "value";
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    at += length ?? 0;
    return length !== undefined;
  };
  for (;;) {
    take(space);
    const next: Step | null = at < text.length ? step(text.charAt(at), { expected, open, take }) : null;
    if (next === null) return at;
    if (next.skip) at += 1;
    expected = next.expected;
  }
}

interface Scan {
  readonly expected: Expected;
  readonly open: Container[];
  readonly take: (pattern: RegExp) => boolean;
}

interface Step {
  readonly expected: Expected;
  /** The character itself is passed over; what a pattern took is already. */
  readonly skip: boolean;
}

/** What comes after the next token; null when it is not one that may stand there. */
function step(character: string, { expected, open, take }: Scan): Step | null {
  const inside = open.at(-1);
  const isEnd = (character === "}" && inside === "{") || (character === "]" && inside === "[");
  if (isEnd && (expected === "comma or end" || expected.endsWith(character))) {
    open.pop();
    return { expected: "comma or end", skip: true };
  }
  switch (expected) {
    case "key":
    case "key or }":
      return take(key) ? { expected: "colon", skip: false } : null;
    case "colon":
      return character === ":" ? { expected: "value", skip: true } : null;
    case "comma or end":
      if (character !== "," || inside === undefined) return null;
      return { expected: inside === "{" ? "key" : "value", skip: true };
    default:
      if (character !== "{" && character !== "[")
        return take(scalar) ? { expected: "comma or end", skip: false } : null;
      open.push(character);
      return { expected: character === "{" ? "key or }" : "value or ]", skip: true };
  }
}
