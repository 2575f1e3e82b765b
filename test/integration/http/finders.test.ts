import { afterAll, beforeAll, expect, test } from "vitest";
import { built } from "../../support/test-host.ts";
import { listPath } from "./api-client.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

/** Finds books by what they are about; throws when it is asked for the impossible. */
const finder = `finders: { subjects: {
  title: "Subjects",
  type: "books",
  find: async (text, { limit }, { records }) => {
    if (text === "boom") throw new Error("boom");
    const about = { optimism: ["Zadig", "Candide"], nothing: [] }[text] ?? [];
    const books = await records.list("books");
    return about.map((title) => books.find((book) => book.title === title)?.id ?? "gone").slice(0, limit);
  },
} }`;

let library: RunningLibrary;

beforeAll(async () => {
  library = await startLibrary({}, { plugins: { subjects: built("subjects", finder) } });
  const admin = await library.as("admin");
  await admin.put("/api/plugins/subjects", { enabled: true });
  for (const title of ["Candide", "Germinal", "Zadig"]) await admin.post("/api/books", { title, author: "Voltaire" });
});

afterAll(() => library[Symbol.asyncDispose]());

async function titles(query: Parameters<typeof listPath>[1]): Promise<readonly unknown[]> {
  const answer = await (await library.as("librarian")).get(listPath("books", query));
  expect(answer.status).toBe(200);
  return answer.list.map((book) => book["title"]);
}

test("what someone types is answered by the type's finder, the likeliest first, page by page", async () => {
  expect(await titles({ filter: { q: "optimism" } })).toEqual(["Zadig", "Candide"]);
  expect(await titles({ filter: { q: "optimism" }, range: [1, 5] })).toEqual(["Candide"]);
  expect(await titles({ filter: { q: "optimism", title: "Candide" } })).toEqual(["Candide"]);
});

test("words are looked for as usual where an order is asked for, nothing is found, or the finder fails", async () => {
  expect(await titles({ filter: { q: "optimism" }, sort: ["title", "ASC"] })).toEqual([]);
  expect(await titles({ filter: { q: "germ" } })).toEqual(["Germinal"]);
  expect(await titles({ filter: { q: "nothing" } })).toEqual([]);
  expect(await titles({ filter: { q: "boom" } })).toEqual([]);
});

test("a wrong range is refused with a finder too", async () => {
  const answer = await (await library.as("librarian")).get(
    listPath("books", { filter: { q: "optimism" }, range: [5, 1] }),
  );
  expect([answer.status, answer.body["code"]]).toEqual([400, "wrong-range"]);
});
