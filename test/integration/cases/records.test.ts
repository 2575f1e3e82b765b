import { expect, test } from "vitest";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { recordAt } from "../../../server/domain/records/history/record-at.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { recordLinks } from "../../../server/domain/records/record-links.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { morning, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember, refusalOf } from "./library-story.ts";

eachDatabase((open) => {
  test("a record is created, and read flat with its system fields and its display name", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const created = await newMember(library, { usageName: "Blanc", email: null });
    expect(created).toMatchObject({
      firstName: "Jeanne",
      version: 1,
      createdAt: morning,
      updatedAt: morning,
      displayName: "Jeanne Blanc",
    });
    expect(created).not.toHaveProperty("email");
    const read = await readRecord(library.office, library.as("desk"), { type: "members", id: idOf(created) });
    expect(read).toEqual(created);
    expect(library.told).toEqual([{ type: "members", id: idOf(created), version: 1, deleted: false }]);
  });

  test("an id that names nothing, or is no id at all, is not found", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const read = (type: string, id: string) => refusalOf(readRecord(library.office, library.as("desk"), { type, id }));
    const { id } = await newMember(library);
    for (const unknown of ["0198c5e2-7d1a-7000-8f3b-5a1c2d3e4f50", "nobody", "\0", "1; DROP TABLE records"]) {
      expect(await read("members", unknown)).toMatchObject({ kind: "not-found", code: "unknown-record" });
    }
    expect(await read("books", String(id))).toMatchObject({ code: "unknown-record" });
    expect(await read("lodgers", String(id))).toMatchObject({ kind: "not-found", code: "unknown-type" });
    expect(await read("constructor", String(id))).toMatchObject({ code: "unknown-type" });
  });

  test("what is wrong with a record is told at each field, and nothing is kept", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const create = (data: unknown) =>
      refusalOf(createRecord(library.office, library.as("librarian"), { type: "books", data }));
    const wrong = await create({ author: 12, colour: "red", boughtOn: "31/03/2026" });
    expect(wrong).toMatchObject({ kind: "invalid", code: "invalid-record" });
    expect(Object.keys(wrong.errors ?? {}).sort()).toEqual(["author", "boughtOn", "colour", "title"]);
    expect(await create([])).toMatchObject({ kind: "malformed", code: "malformed-record" });
    expect(await create("Germinal")).toMatchObject({ kind: "malformed", code: "malformed-record" });
    expect(await create({ title: "a\0b" })).toMatchObject({ kind: "invalid", code: "not-storable" });
    expect(await create({ title: "half \ud800" })).toMatchObject({ code: "not-storable" });
    expect(await create({ title: "Nana", version: 7, id: "mine" })).toMatchObject({
      code: "system-field",
      errors: { id: expect.anything() },
    });
    expect(await library.office.reader.count({ type: "books", where: [] })).toBe(0);
  });

  test("an update merges, null empties a field, and the same again changes nothing", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const book = await newBook(library, { pages: 500 });
    const address = { type: "books", id: idOf(book) };
    const caller = library.as("librarian");
    const updated = await updateRecord(office, caller, { ...address, data: { author: "Zola", pages: null } });
    expect(updated).toMatchObject({ title: "Germinal", author: "Zola", version: 2 });
    expect(updated).not.toHaveProperty("pages");
    const same = await updateRecord(office, caller, { ...address, data: updated });
    expect(same).toEqual(updated);
    const empty = await refusalOf(updateRecord(office, caller, { ...address, data: { title: null } }));
    expect(empty).toMatchObject({ code: "invalid-record", errors: { title: expect.anything() } });
  });

  test("an old version is refused with the record as it is and who changed it", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const book = await newBook(library);
    const address = { type: "books", id: idOf(book) };
    await updateRecord(office, library.as("admin"), { ...address, data: { copies: 3 } });
    const caller = library.as("librarian");
    const stale = { kind: "stale", code: "stale-version" };
    const inBody = await refusalOf(updateRecord(office, caller, { ...address, data: { ...book, copies: 9 } }));
    expect(inBody).toMatchObject(stale);
    expect(inBody.more).toMatchObject({
      current: { copies: 3, version: 2 },
      since: [{ version: 2, actor: { name: "admin" }, changes: { copies: { from: 2, to: 3 } } }],
    });
    const inHeader = updateRecord(office, caller, { ...address, data: { copies: 9 }, version: 1 });
    expect(await refusalOf(inHeader)).toMatchObject(stale);
    expect(await refusalOf(deleteRecord(office, caller, { ...address, version: 1 }))).toMatchObject(stale);
    const current = await updateRecord(office, caller, { ...address, data: { copies: 9 }, version: 2 });
    expect(current).toMatchObject({ copies: 9, version: 3 });
  });

  test("updates without a version that arrive together are all kept", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const book = await newBook(library);
    const caller = library.as("librarian");
    const fields = [{ author: "Zola" }, { copies: 7 }, { pages: 591 }, { rare: true }, { shelf: "novels" }];
    await Promise.all(
      fields.map((data) => updateRecord(library.office, caller, { type: "books", id: idOf(book), data })),
    );
    const after = await readRecord(library.office, caller, { type: "books", id: idOf(book) });
    expect(after).toMatchObject({ ...Object.assign({}, ...fields), version: 6 });
  });

  test("a record that others refer to is not deleted; one that nothing does leaves its history", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const caller = library.as("librarian");
    const school = await createRecord(office, caller, { type: "schools", data: { name: "École Jean-Moulin" } });
    const member = await newMember(library, { schoolId: idOf(school) });
    const admin = library.as("admin");
    const kept = await refusalOf(deleteRecord(office, admin, { type: "schools", id: idOf(school) }));
    expect(kept).toMatchObject({ kind: "conflict", code: "referred-to", more: { type: "members", count: 1 } });
    library.clock.moveTo("2026-03-03T08:00:00.000Z");
    const deleted = await deleteRecord(office, caller, { type: "members", id: idOf(member) });
    expect(deleted).toMatchObject({ id: idOf(member), displayName: "Jeanne Roux" });
    await deleteRecord(office, admin, { type: "schools", id: idOf(school) });
    expect(await refusalOf(readRecord(office, caller, { type: "members", id: idOf(member) }))).toMatchObject({
      code: "unknown-record",
    });
    const history = await recordHistory(office, caller, { type: "members", id: idOf(member) });
    expect(history.map((entry) => entry["event"])).toEqual(["create", "delete"]);
    const before = await recordAt(office, caller, { type: "members", id: idOf(member), at: morning });
    expect(library.told.at(-1)).toMatchObject({ type: "schools", deleted: true });
    expect(before).toMatchObject({ lastName: "Roux", version: 1 });
    const afterwards = recordAt(office, caller, { type: "members", id: idOf(member), at: "2026-03-04" });
    expect(await refusalOf(afterwards)).toMatchObject({ code: "unknown-record" });
  });

  test("a reference to what is not there is refused at its field", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const book = await newBook(library);
    const wrongType = await refusalOf(newMember(library, { schoolId: idOf(book) }));
    expect(wrongType).toMatchObject({
      kind: "invalid",
      code: "dangling-reference",
      errors: { schoolId: expect.anything() },
    });
  });

  test("the past is told at any instant or day", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const caller = library.as("librarian");
    const book = await newBook(library);
    const address = { type: "books", id: idOf(book) };
    clock.moveTo("2026-03-04T10:00:00.000Z");
    await updateRecord(office, caller, { ...address, data: { copies: 5 } });
    clock.moveTo("2026-03-06T10:00:00.000Z");
    await updateRecord(office, caller, { ...address, data: { author: null, copies: 6 } });
    const at = (instant: string) => recordAt(office, caller, { ...address, at: instant });
    expect(await at("2026-03-04T09:59:59Z")).toEqual(book);
    expect(await at("2026-03-04T10:00:00Z")).toMatchObject({ copies: 5, version: 2, author: "Émile Zola" });
    expect(await at("2026-03-05")).toMatchObject({ copies: 5, version: 2 });
    expect(await at("2026-03-06T11:00:00+01:00")).toEqual(await readRecord(office, caller, address));
    expect(await refusalOf(at("2026-03-02T07:59:59Z"))).toMatchObject({ code: "unknown-record" });
    expect(await refusalOf(at("yesterday"))).toMatchObject({ kind: "malformed", code: "malformed-instant" });
    expect(await refusalOf(at("2026-02-30"))).toMatchObject({ code: "malformed-instant" });
  });

  test("links go both ways, with the names of what is linked", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    const caller = library.as("desk");
    const ofLoan = await recordLinks(library.office, caller, { type: "loans", id: idOf(loan) });
    expect(ofLoan.map((link) => [link["direction"], link["field"], link["displayName"]]).sort()).toEqual([
      ["to", "bookId", "Germinal (Émile Zola)"],
      ["to", "memberId", "Jeanne Roux"],
    ]);
    const ofBook = await recordLinks(library.office, caller, { type: "books", id: String(loan["bookId"]) });
    expect(ofBook).toEqual([
      expect.objectContaining({
        direction: "from",
        field: "bookId",
        type: "loans",
        id: idOf(loan),
        displayName: "Jeanne Roux – Germinal (Émile Zola)",
        stage: "out.reading",
      }),
    ]);
  });

  test("a record that is renamed is renamed in the names of what refers to it", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = await newLoan(library);
    const data = { title: "La Curée" };
    await updateRecord(office, library.as("librarian"), { type: "books", id: String(loan["bookId"]), data });
    const read = await readRecord(office, library.as("desk"), { type: "loans", id: idOf(loan) });
    expect(read["displayName"]).toBe("Jeanne Roux – La Curée (Émile Zola)");
  });

  test("a task that is ticked off keeps when, and forgets it when it is taken up again", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const caller = library.as("desk");
    const task = await createRecord(office, caller, { type: "tasks", data: { title: "Cover the new books" } });
    const address = { type: "tasks", id: idOf(task) };
    const done = await updateRecord(office, caller, { ...address, data: { done: true } });
    expect(done).toMatchObject({ done: true, doneAt: morning });
    const again = await updateRecord(office, caller, { ...address, data: { done: false } });
    expect(again).not.toHaveProperty("doneAt");
  });
});
