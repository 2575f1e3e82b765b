import { expect, test } from "vitest";
import { carryOutOnce } from "../../../server/domain/records/carry-out-once.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { findType } from "../../../server/domain/records/find-type.ts";
import { planCreation } from "../../../server/domain/records/plan-creation.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newMember, refusalOf } from "./library-story.ts";

eachDatabase((open) => {
  test("a request that its own repetition overtakes is answered as that one, not refused for what it did", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const desk = library.as("desk");
    const bookId = idOf(await newBook(library, { copies: 1 }));
    const data = { memberId: idOf(await newMember(library)), bookId, dueOn: "2026-03-23" };
    const lend = (key?: string) => createRecord(office, desk, { type: "loans", data, key });

    const asked = { create: "loans", data };
    const done = await carryOutOnce(office, desk, {
      key: "twice",
      asked,
      plan: async () => {
        await lend("twice");
        return planCreation(office, desk, { type: findType(office, "loans"), body: data });
      },
    });
    expect(done).toEqual({ change: null, how: "repeated", answer: await lend("twice") });
    expect(await refusalOf(lend())).toMatchObject({ code: "blocked" });
  });
});
