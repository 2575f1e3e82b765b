import { expect, test } from "vitest";
import { findMatches } from "../../../server/domain/matching/find-matches.ts";
import type { OfficeMatcher } from "../../../server/domain/matching/office-matcher.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { openTemporaryDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newMember, refusalOf } from "../cases/library-story.ts";

/** Who could read a book: these members, each a little less likely than the one before. */
function readers(ids: readonly string[]): { matchers(): readonly OfficeMatcher[] } {
  const match: OfficeMatcher["match"] = async (_book, limit) =>
    ids.slice(0, limit).map((id, n) => ({ id, score: 1 - n / 10, reasons: [], blockers: [] }));
  const about = { id: "readers", plugin: "library", title: "Readers", for: "books", candidates: "members" };
  return { matchers: () => [{ ...about, match }] };
}

async function story(library: Library) {
  const schoolId = idOf(
    await createRecord(library.office, library.as("admin"), { type: "schools", data: { name: "Ferry" } }),
  );
  const book = idOf(await newBook(library));
  const jeanne = idOf(await newMember(library));
  const paul = idOf(await newMember(library, { firstName: "Paul", lastName: "Petit", schoolId }));
  return { book, jeanne, paul, schoolId };
}

test("matches are named, best first, without those who are gone, as many as asked for", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const { book, jeanne, paul } = await story(library);
  const ask = { plugins: readers([jeanne, "gone", paul]), type: "books", id: book };
  const found = await findMatches(library.office, library.as("librarian"), ask);
  expect(found).toMatchObject([
    { id: jeanne, displayName: "Jeanne Roux", type: "members", matcher: "readers", score: 1 },
    { id: paul, displayName: "Paul Petit" },
  ]);
  expect(await findMatches(library.office, library.as("librarian"), { ...ask, limit: 1 })).toHaveLength(1);
});

test("who may not read everything that reasons tell of may not ask", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const { book, jeanne, schoolId } = await story(library);
  const ask = { plugins: readers([jeanne]), type: "books", id: book };
  for (const caller of [library.as("desk"), library.as("school", { fields: { schoolId } }), library.as("trustee")])
    expect(await refusalOf(findMatches(library.office, caller, ask))).toMatchObject({ code: "matches-forbidden" });
});

test("an unknown record, a type that nothing matches and an odd limit are refused", async () => {
  await using database = await openTemporaryDatabase();
  const library = await openLibrary(database);
  const { book, jeanne } = await story(library);
  const plugins = readers([jeanne]);
  const refused = (input: { type: string; id: string; limit?: number }) =>
    refusalOf(findMatches(library.office, library.as("librarian"), { plugins, ...input }));
  expect(await refused({ type: "books", id: jeanne })).toMatchObject({ kind: "not-found", code: "unknown-record" });
  expect(await refused({ type: "loans", id: book })).toMatchObject({ kind: "not-found", code: "no-matcher" });
  expect(await refused({ type: "books", id: book, limit: 101 })).toMatchObject({
    kind: "malformed",
    code: "wrong-limit",
  });
});
