import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonMistakeAt } from "./json-mistake-at.ts";
import { parseJson } from "./parse-json.ts";

test.each([
  ['{\n  "id": "books",\n  "title": Books\n}', 3, 12],
  ['{"a": 1,}', 1, 9],
  ["[1, 2", 1, 6],
  ["", 1, 1],
  ['{"a" 1}', 1, 6],
  ["[1 2]", 1, 4],
  ["[}", 1, 2],
  ["{} {}", 1, 4],
  ["['a']", 1, 2],
  ['{"a": "line\nbreak"}', 1, 7],
  ["{a: 1}", 1, 2],
  ["[01]", 1, 3],
])("%j is told by its place", (text, line, column) => {
  expect(parseJson(text)).toEqual({ ok: false, line, column });
});

test("what is JSON is read", () => {
  expect(parseJson(' {"a": [1, -2.5e3, "\\u00e9", true, null, {}]} ')).toEqual({
    ok: true,
    value: { a: [1, -2500, "é", true, null, {}] },
  });
});

test("whatever is JSON has no mistake before its end", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonMistakeAt(text)).toBe(text.length);
    }),
  );
});

test("a text that was cut off is wrong at its end, or where it no longer makes sense, never beyond", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, length) => {
      expect(jsonMistakeAt(text.slice(0, length))).toBeLessThanOrEqual(Math.min(length, text.length));
    }),
  );
});
