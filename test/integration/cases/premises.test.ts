import { expect, test } from "vitest";
import { openDatabase } from "../../../server/adapters/sql/database.ts";
import { migrate } from "../../../server/adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../../../server/adapters/sql/tables/migrations.ts";
import { DomainError } from "../../../server/domain/domain-error.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";

async function made(library: Library, type: string, data: JsonObject): Promise<string> {
  const record = await createRecord(library.office, library.as("librarian"), { type, data });
  return String(record["id"]);
}

/** A member, and a book of which there are so many copies. */
async function bookAndMember(library: Library, copies: number) {
  const memberId = await made(library, "members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await made(library, "books", { title: "Germinal", copies });
  return { memberId, bookId, dueOn: "2026-04-01" };
}

/** What the rule said to each that it refused. */
function reasonsOf(results: readonly PromiseSettledResult<unknown>[]): readonly (string | undefined)[] {
  return results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    const error: unknown = result.reason;
    return [error instanceof DomainError ? error.details.reasons?.[0]?.code : String(error)];
  });
}

const times = (count: number) => Array.from({ length: count }, (_, place) => place);

eachDatabase((open, place) => {
  test("of twenty loans of the last copy at one moment, one is made and the others are told why", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await bookAndMember(library, 1);
    const results = await Promise.allSettled(times(20).map(() => made(library, "loans", loan)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(reasonsOf(results)).toEqual(times(19).map(() => "no-copy-left"));
    expect(await library.office.reader.count({ type: "loans", where: [] })).toBe(1);
  });

  test("whoever a rule lets pass is not refused because many ask at once", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await bookAndMember(library, 40);
    const results = await Promise.allSettled(times(42).map(() => made(library, "loans", loan)));
    expect(reasonsOf(results)).toEqual(["no-copy-left", "no-copy-left"]);
  });

  test("two processes make one loan of the last copy", async () => {
    const { url, remove } = await place();
    try {
      await using first = await openDatabase(url);
      await using second = await openDatabase(url);
      await migrate(first, storeMigrations);
      const [here, there] = [await openLibrary(first), await openLibrary(second)];
      for (const _round of times(5)) {
        const loan = await bookAndMember(here, 1);
        const asked = times(20).map((turn) => made(turn % 2 === 0 ? here : there, "loans", loan));
        const results = await Promise.allSettled(asked);
        expect(reasonsOf(results)).toEqual(times(19).map(() => "no-copy-left"));
      }
    } finally {
      await remove();
    }
  });
});
