import { expect, test } from "vitest";
import { nearText } from "./near-text.ts";

test.each([
  ["Arjetta Pinau", "Arj Pin"],
  [" Le Gof ", null],
  ["06 39 98 90 31", null],
  ["", null],
])("of « %s » the beginnings are %o", (text, near) => {
  expect(nearText(text)).toBe(near);
});
