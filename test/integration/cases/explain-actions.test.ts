import { expect, test } from "vitest";
import { explainActions } from "../../../server/domain/cases/explain-actions.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newLoan, newMember, refusalOf } from "./library-story.ts";

eachDatabase((open) => {
  test("every event that the stage knows is offered, the blocked ones with their reasons", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = await newLoan(library);
    const memberId = idOf(await newMember(library));
    const waiting = { memberId, bookId: loan["bookId"] ?? null };
    await createRecord(office, library.as("desk"), { type: "reservations", data: waiting });
    const address = { type: "loans", id: idOf(loan) };
    const offers = await explainActions(office, library.as("desk", { language: "fr" }), address);
    const of = (event: string) => offers.find((offer) => offer.event === event);
    expect(offers.map((offer) => offer.event).sort()).toEqual(["LOSE", "RENEW", "RETURN", "SUSPEND"]);
    expect(of("RETURN")).toMatchObject({ title: "Rendre", allowed: true, reasons: [], primary: true });
    expect(of("RETURN")?.form).toMatchObject({ properties: { condition: { title: "État" } }, required: ["condition"] });
    expect(of("RENEW")).toMatchObject({
      allowed: false,
      reasons: [{ code: "reserved", message: "Ce livre est réservé par quelqu’un d’autre." }],
    });
    expect(of("LOSE")).toMatchObject({ allowed: false, reasons: [{ role: expect.anything() }] });
    expect(
      await refusalOf(sendEvent(office, library.as("desk"), { ...address, body: { type: "RENEW" } })),
    ).toMatchObject({
      code: "blocked",
      reasons: [{ code: "reserved" }],
    });
  });
});
