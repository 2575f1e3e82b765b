import { expect, test } from "vitest";
import { explainActions } from "../../../server/domain/cases/explain-actions.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { recordAt } from "../../../server/domain/records/history/record-at.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newLoan, refusalOf } from "./library-story.ts";

eachDatabase((open) => {
  test("a step is taken back while the definition allows it, and the history keeps both", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const caller = library.as("desk");
    const loan = await newLoan(library);
    const address = { type: "loans", id: idOf(loan) };
    const send = (body: object) => sendEvent(office, caller, { ...address, body });
    const offered = async () => (await explainActions(office, caller, address)).find(({ event }) => event === "undo");

    expect(await offered()).toBeUndefined();
    await send({ type: "SUSPEND" });
    expect(await offered()).toMatchObject({ title: "Take back “Suspend”", target: "out.reading", allowed: true });

    clock.moveTo("2026-03-02T09:00:00.000Z");
    const back = await send({ type: "undo", version: 2 });
    expect(back).toEqual({ ...loan, version: 3, updatedAt: "2026-03-02T09:00:00.000Z" });
    expect(await recordHistory(office, caller, address)).toMatchObject([
      { event: "create" },
      { event: "SUSPEND", to: "suspended" },
      { event: "undo", from: "suspended", to: "out.reading" },
    ]);
    expect(await recordAt(office, caller, { ...address, at: "2026-03-02T08:30:00Z" })).toMatchObject({
      stage: "suspended",
    });
    expect(await offered()).toBeUndefined();
    expect(await refusalOf(send({ type: "undo" }))).toMatchObject({ code: "blocked" });
  });

  test("a step is taken back by those alone who may take it, on the version that they know, and in time", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const address = { type: "loans", id: idOf(await newLoan(library)) };
    const send = (body: object, role = "desk") => sendEvent(office, library.as(role), { ...address, body });
    await send({ type: "SUSPEND" });
    expect(await refusalOf(send({ type: "undo", version: 1 }))).toMatchObject({ code: "changed-meanwhile" });
    clock.moveTo("2026-03-02T10:00:01.000Z");
    expect(await refusalOf(send({ type: "undo" }))).toMatchObject({
      code: "blocked",
      reasons: [{ message: "It is too late to take back the last step." }],
    });
  });
});
