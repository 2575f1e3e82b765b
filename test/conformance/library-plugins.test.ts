import { expect, test } from "vitest";
import { conformance, createMemoryRecords, testContext } from "../../server/plugin-api/testing/index.ts";
import { plugin as lendingFigures } from "../support/library-office/plugins/lending-figures/plugin.ts";
import { plugin as suggestBooks } from "../support/library-office/plugins/suggest-books/plugin.ts";

const records = createMemoryRecords({
  members: [{ id: "m1" }],
  books: [
    { id: "b1", title: "Germinal", shelf: "novels", subjects: ["mine", "grève"] },
    { id: "b2", title: "Nana", shelf: "novels", subjects: [] },
    { id: "b3", title: "Charbon", shelf: "science", subjects: ["mine"] },
  ],
  loans: [
    { id: "l1", memberId: "m1", bookId: "b1", condition: "good" },
    { id: "l2", memberId: "m2", bookId: "b2" },
  ],
});

test("the library's matcher keeps what matchers promise", async () => {
  const trial = { record: { id: "m1" }, context: testContext(suggestBooks, records) };
  expect(await conformance(suggestBooks, { matchers: { "similar-books": trial } })).toEqual([]);
});

test("the library's report keeps what reports promise", async () => {
  const context = testContext(lendingFigures, records);
  const trial = { params: { from: "2026-01-01", to: "2026-03-31" }, context };
  expect(await conformance(lendingFigures, { reports: { "loans-by-condition": trial } })).toEqual([]);
});
