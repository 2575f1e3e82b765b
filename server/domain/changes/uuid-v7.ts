import { randomBytes } from "node:crypto";

/**
 * Makes ids that sort by the time they were made: UUIDv7 of RFC 9562, the 12 bits after the time counting up within
 * one millisecond so that ids made in a row stay in order.
 *
 * @param now Milliseconds since 1970.
 * @param random Sixteen random bytes or more.
 * @example
 * const newId = uuidV7Maker();
 * newId(); // "0198c5e2-7d1a-7000-8f3b-5a1c2d3e4f50"
 */
export function uuidV7Maker(now: () => number = Date.now, random: (size: number) => Uint8Array = randomBytes) {
  let last = 0;
  let counter = 0;
  return (): string => {
    const time = Math.max(Math.trunc(now()), last);
    counter = time === last ? counter + 1 : 0;
    if (counter > 0xfff) {
      last = time + 1;
      counter = 0;
    } else {
      last = time;
    }
    const bytes = random(8);
    const variant = 0x80 | ((bytes[0] ?? 0) & 0x3f);
    const tail = [variant, ...bytes.slice(1)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const head = last.toString(16).padStart(12, "0");
    const third = (0x7000 | counter).toString(16);
    return `${head.slice(0, 8)}-${head.slice(8)}-${third}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text can be an id at all; what cannot names nothing. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
