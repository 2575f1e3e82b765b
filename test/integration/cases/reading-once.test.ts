import { expect, test } from "vitest";
import type { Office } from "../../../server/domain/changes/office.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { readingOnce } from "../../../server/domain/records/reading-once.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";

/** The office, noting what is looked up. */
function noting(office: Office, asked: (readonly string[])[]): Office {
  const { reader } = office;
  const around: typeof reader.around = (ids) => {
    asked.push(ids);
    return reader.around(ids);
  };
  return { ...office, reader: { ...reader, around } };
}

eachDatabase((open) => {
  test("a case and what it refers to are read at once, and not again", async () => {
    await using database = await open();
    const { office, as } = await openLibrary(database);
    const made = async (type: string, data: JsonObject) =>
      String((await createRecord(office, as("librarian"), { type, data }))["id"]);
    const schoolId = await made("schools", { name: "Jules Ferry" });
    const member = { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01", schoolId };
    const memberId = await made("members", member);
    const bookId = await made("books", { title: "Germinal", copies: 1 });
    const loan = await made("loans", { memberId, bookId, dueOn: "2026-04-01" });
    const stranger = office.newId();
    const asked: (readonly string[])[] = [];
    const { reader } = readingOnce(noting(office, asked));
    expect((await reader.get("loans", loan))?.record.data).toMatchObject({ memberId, bookId });
    const near = await reader.getMany([memberId, bookId, schoolId]);
    expect(near.map(({ record }) => record.id)).toEqual([memberId, bookId, schoolId]);
    expect(await reader.get("books", memberId)).toBeNull();
    expect(asked).toEqual([[loan]]);
    expect(await Promise.all([reader.get("loans", stranger), reader.get("loans", stranger)])).toEqual([null, null]);
    expect(asked).toEqual([[loan], [stranger]]);
  });
});
