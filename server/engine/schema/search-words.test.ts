import { expect, test } from "vitest";
import { indexedWords, soughtWords } from "./search-words.ts";

const written = [
  "06 12 34 56 78",
  "0612345678",
  "06.12.34.56.78",
  "+33 6 12 34 56 78",
  "+33612345678",
  "0033 6 12 34 56 78",
  "+33 (0)6 12 34 56 78",
];

test.each(written)("a telephone number kept as %s is found however it is typed", (kept) => {
  for (const typed of [...written, "06 12", "0612", "06 12 3"]) {
    const [sought = "nothing"] = soughtWords(typed);
    expect(
      indexedWords(kept).some((word) => word.startsWith(sought)),
      typed,
    ).toBe(true);
  }
});

test("a group of a number alone still finds it, and words stay words", () => {
  expect(indexedWords("12 bis rue du 8 Mai, 732 829 320 00074")).toEqual(
    expect.arrayContaining(["12", "bis", "rue", "8", "mai", "732", "73282932000074"]),
  );
  expect(soughtWords("Éloïse 06 12")).toEqual(["eloise", "0612"]);
  expect(soughtWords("CM2 3e")).toEqual(["cm2", "3e"]);
});
