import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { recordAt } from "../../../server/domain/records/history/record-at.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { morning, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newLoan, newMember, refusalOf } from "./library-story.ts";

eachDatabase((open) => {
  test("a field that a role may not read is in none of its answers", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const member = await newMember(library, { remarks: "owes a fine" });
    const address = { type: "members", id: idOf(member) };
    await updateRecord(office, library.as("librarian"), { ...address, data: { remarks: "paid" } });
    const desk = library.as("desk");
    expect(await readRecord(office, desk, address)).not.toHaveProperty("remarks");
    expect(await recordAt(office, desk, { ...address, at: morning })).not.toHaveProperty("remarks");
    const history = await recordHistory(office, desk, address);
    expect(history.map((entry) => Object.keys(entry["changes"] ?? {}).includes("remarks"))).toEqual([false, false]);
    const whole = await recordHistory(office, library.as("librarian"), address);
    expect(whole[1]).toMatchObject({ changes: { remarks: { from: "owes a fine", to: "paid" } } });
  });

  test("a field that a role may not write is refused, unless it is sent back as it was read", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const member = await newMember(library, { bornOn: "1990-05-01", remarks: "kind" });
    const address = { type: "members", id: idOf(member) };
    const desk = library.as("desk");
    const read = await readRecord(office, desk, address);
    const kept = await updateRecord(office, desk, { ...address, data: { ...read, email: "jeanne@example.org" } });
    expect(kept).toMatchObject({ email: "jeanne@example.org", bornOn: "1990-05-01" });
    const change = await refusalOf(updateRecord(office, desk, { ...address, data: { bornOn: "1991-05-01" } }));
    expect(change).toMatchObject({
      kind: "forbidden",
      code: "may-not-write-field",
      errors: { bornOn: expect.anything() },
    });
    const guess = await refusalOf(updateRecord(office, desk, { ...address, data: { remarks: "kind" } }));
    expect(guess).toMatchObject({ code: "may-not-write-field", errors: { remarks: expect.anything() } });
    const creation = await refusalOf(newMember(library, { remarks: "new" }, desk));
    expect(creation).toMatchObject({ code: "may-not-write-field" });
  });

  test("each act asks for its own right", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const member = await newMember(library);
    const address = { type: "members", id: idOf(member) };
    const data = { title: "Nana" };
    const may = async (work: Promise<unknown>) => (await refusalOf(work)).code;
    expect(await may(createRecord(office, library.as("desk"), { type: "books", data }))).toBe("may-not-create");
    expect(await may(deleteRecord(office, library.as("desk"), address))).toBe("may-not-delete");
    expect(await may(readRecord(office, library.as("trustee"), address))).toBe("may-not-read");
    const school = library.as("school", { fields: { schoolId: "none" } });
    expect(await may(createRecord(office, school, { type: "members", data: {} }))).toBe("may-not-create");
    expect(await may(readRecord(office, library.as("stranger"), address))).toBe("may-not-read");
  });

  test("a scope limits lists, single records, the past and the history", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const school = await createRecord(office, library.as("admin"), { type: "schools", data: { name: "Jean-Moulin" } });
    const pupil = await newMember(library, { schoolId: idOf(school) });
    const stranger = await newMember(library);
    const teacher = library.as("school", { fields: { schoolId: idOf(school) } });
    const { rows, total } = await listRecords(office, teacher, { type: "members" });
    expect([rows.map(idOf), total]).toEqual([[idOf(pupil)], 1]);
    expect(await readRecord(office, teacher, { type: "members", id: idOf(pupil) })).toMatchObject({ lastName: "Roux" });
    const hidden = { type: "members", id: idOf(stranger) };
    for (const read of [
      () => readRecord(office, teacher, hidden),
      () => recordHistory(office, teacher, hidden),
      () => recordAt(office, teacher, { ...hidden, at: morning }),
    ]) {
      expect(await refusalOf(read())).toMatchObject({ kind: "not-found", code: "unknown-record" });
    }
    await deleteRecord(office, library.as("librarian"), { type: "members", id: idOf(pupil) });
    const past = recordHistory(office, teacher, { type: "members", id: idOf(pupil) });
    expect(await refusalOf(past)).toMatchObject({ code: "unknown-record" });
  });

  test("a name made of what a reader may not read is not told", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = await newLoan(library);
    const read = await readRecord(office, library.as("school"), { type: "loans", id: idOf(loan) });
    expect(read["displayName"]).toBe("Germinal (Émile Zola)");
  });

  test("an event asks for its own right, after it is known to be one", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = { type: "loans", id: idOf(await newLoan(library)) };
    const send = (role: string, type: string) =>
      refusalOf(sendEvent(office, library.as(role), { ...loan, body: { type } }));
    expect(await send("desk", "LOSE")).toMatchObject({ kind: "forbidden", code: "may-not-send-event" });
    expect(await send("school", "RETURN")).toMatchObject({ kind: "forbidden" });
    expect(await send("school", "FLY")).toMatchObject({ kind: "malformed", code: "unknown-event" });
    expect(await send("trustee", "RETURN")).toMatchObject({ code: "may-not-read" });
  });
});
