import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { recordAt } from "../../../server/domain/records/history/record-at.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, morning, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember, refusalOf } from "./library-story.ts";

const later = "2026-03-02T10:00:00.000Z";

function send(library: Library, loan: JsonObject, body: unknown, key?: string): Promise<JsonObject> {
  return sendEvent(library.office, library.as("desk"), { type: "loans", id: idOf(loan), body, key });
}

const returned = { type: "RETURN", payload: { condition: "good" } };

eachDatabase((open) => {
  test("a case begins in its first stage and moves by events, each an entry of its history", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library);
    expect(loan).toMatchObject({
      version: 1,
      state: { out: "reading" },
      stage: "out.reading",
      status: "active",
      assigneeId: null,
      stageSince: morning,
      workflowVersion: 1,
      displayName: "Jeanne Roux – Germinal (Émile Zola)",
    });
    clock.moveTo(later);
    const after = await send(library, loan, { ...returned, note: "brought by her son" });
    expect(after).toMatchObject({
      version: 2,
      state: "returned",
      stage: "returned",
      status: "done",
      condition: "good",
      stageSince: later,
      dueAt: null,
    });
    const address = { type: "loans", id: idOf(loan) };
    expect(await readRecord(office, library.as("desk"), address)).toEqual(after);
    const history = await recordHistory(office, library.as("desk"), address);
    expect(history).toMatchObject([
      { seq: 1, event: "create", from: null, to: "out.reading", actor: { id: "desk", name: "desk" } },
      {
        seq: 2,
        at: later,
        event: "RETURN",
        from: "out.reading",
        to: "returned",
        changes: { condition: { from: null, to: "good" } },
        note: "brought by her son",
      },
    ]);
    const before = await recordAt(office, library.as("desk"), { ...address, at: "2026-03-02T09:59:59Z" });
    expect(before).toEqual(loan);
    expect(await send(library, loan, { type: "REOPEN" })).toMatchObject({ stage: "out.reading", status: "active" });
  });

  test("what forbids a case to begin is told with its reason", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const caller = library.as("desk", { language: "fr" });
    const bookId = idOf(await newBook(library, { copies: 1 }));
    const expired = idOf(await newMember(library, { cardUntil: "2026-01-01" }));
    const blocked = await refusalOf(
      createRecord(office, caller, { type: "loans", data: { bookId, memberId: expired } }),
    );
    expect(blocked).toMatchObject({
      kind: "invalid",
      code: "blocked",
      reasons: [{ code: "card-expired", message: "La carte n’est plus valable." }],
    });
    await newLoan(library, { bookId });
    const memberId = idOf(await newMember(library));
    const none = await refusalOf(createRecord(office, caller, { type: "loans", data: { bookId, memberId } }));
    expect(none).toMatchObject({ reasons: [{ code: "no-copy-left" }] });
    const incomplete = await refusalOf(createRecord(office, caller, { type: "loans", data: { memberId, title: "x" } }));
    expect(incomplete.kind).toBe("invalid");
    expect(Object.keys(incomplete.errors ?? {})).toContain("title");
  });

  test("refusals come in their order, and change nothing", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    const refused = async (body: unknown) => refusalOf(send(library, loan, body));
    const absent = { id: "0198c5e2-7d1a-7000-8f3b-5a1c2d3e4f50" };
    expect(await refusalOf(send(library, absent, "nonsense"))).toMatchObject({ code: "unknown-record" });
    for (const body of [
      "RETURN",
      {},
      { type: 1 },
      { ...returned, payload: [] },
      { ...returned, version: "1" },
      { ...returned, note: 5 },
    ]) {
      expect(await refused(body)).toMatchObject({ kind: "malformed", code: "malformed-event" });
    }
    for (const type of ["FLY", "xstate.after.overdue.loans.out.reading", "xstate.done.state.x", "toString"]) {
      expect(await refused({ type })).toMatchObject({ kind: "malformed", code: "unknown-event" });
    }
    expect(await refused({ type: "LOSE", version: 9 })).toMatchObject({ kind: "forbidden" });
    expect(await refused({ ...returned, version: 9 })).toMatchObject({ kind: "conflict", code: "changed-meanwhile" });
    expect(await refused({ type: "REOPEN" })).toMatchObject({ kind: "invalid", code: "not-in-stage" });
    const form = await refused({ type: "RETURN" });
    expect(form).toMatchObject({ kind: "invalid", code: "invalid-form", errors: { condition: expect.anything() } });
    expect(await refused({ ...returned, payload: { condition: "burnt" } })).toMatchObject({ code: "invalid-form" });
    expect(await refused({ ...returned, payload: { condition: "good\0" } })).toMatchObject({ code: "not-storable" });
    const unchanged = await readRecord(library.office, library.as("desk"), { type: "loans", id: idOf(loan) });
    expect(unchanged).toEqual(loan);
  });

  test("an event for an old version is told what the case is now and who changed it", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    await send(library, loan, { type: "RENEW" });
    const refusal = await refusalOf(send(library, loan, { ...returned, version: 1 }));
    expect(refusal).toMatchObject({ kind: "conflict", code: "changed-meanwhile" });
    expect(refusal.more).toMatchObject({
      current: { version: 2, stage: "out.reading" },
      since: [{ version: 2, event: "RENEW", actor: { name: "desk" } }],
    });
    expect(await send(library, loan, { ...returned, version: 2 })).toMatchObject({ version: 3 });
  });

  test("events without a version that arrive together are decided one after the other", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => send(library, loan, returned)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    const history = await recordHistory(library.office, library.as("desk"), { type: "loans", id: idOf(loan) });
    expect(history.map((entry) => entry["event"])).toEqual(["create", "RETURN"]);
  });

  test("the same idempotency key gives the first answer, also to those who ask at once", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    const first = await send(library, loan, { type: "RENEW" }, "key-1");
    await send(library, loan, { type: "SUSPEND" });
    expect(await send(library, loan, { type: "RENEW" }, "key-1")).toEqual(first);
    const reused = await refusalOf(send(library, loan, { type: "RESUME" }, "key-1"));
    expect(reused).toMatchObject({ kind: "invalid", code: "idempotency-key-reused" });
    expect(await refusalOf(send(library, loan, { type: "RESUME" }, "é"))).toMatchObject({ kind: "malformed" });
    const same = await Promise.all(Array.from({ length: 5 }, () => send(library, loan, { type: "RESUME" }, "key-2")));
    expect(new Set(same.map((answer) => answer["version"]))).toEqual(new Set([4]));
    const other = sendEvent(library.office, library.as("librarian"), {
      type: "loans",
      id: idOf(loan),
      body: { type: "SUSPEND" },
      key: "key-2",
    });
    expect(await other).toMatchObject({ version: 5, stage: "suspended" });
  });

  test("a history state returns to where the case was", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library, { dueOn: "2026-03-03" });
    await moveClock(library.office, library.clock, "2026-03-10T09:00:00.000Z");
    await send(library, loan, { type: "SUSPEND" });
    const resumed = await send(library, loan, { type: "RESUME" });
    expect(resumed["stage"]).toBe("out.overdue");
  });

  test("a case is edited like a record, but for its stage; whoever works here may be given it", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = await newLoan(library);
    const address = { type: "loans", id: idOf(loan) };
    const put = (data: unknown) => updateRecord(office, library.as("desk"), { ...address, data });
    const edited = await put({ ...loan, dueOn: "2026-03-10", assigneeId: "librarian" });
    expect(edited).toMatchObject({ dueOn: "2026-03-10", assigneeId: "librarian", version: 2, stage: "out.reading" });
    expect(edited["dueAt"]).toBe("2026-03-10T23:00:00.000Z");
    const history = await recordHistory(office, library.as("desk"), address);
    expect(history[1]).toMatchObject({
      event: "update",
      changes: { dueOn: { to: "2026-03-10" }, assigneeId: { from: null, to: "librarian" } },
    });
    expect(await put({ ...edited })).toEqual(edited);
    for (const system of [{ stage: "returned" }, { state: "returned" }, { status: "done" }, { dueAt: morning }]) {
      const [field = ""] = Object.keys(system);
      expect(await refusalOf(put(system))).toMatchObject({ kind: "invalid", errors: { [field]: expect.anything() } });
    }
    expect(await refusalOf(put({ assigneeId: "school" }))).toMatchObject({
      kind: "invalid",
      errors: { assigneeId: expect.anything() },
    });
    expect(await put({ assigneeId: null })).toMatchObject({ assigneeId: null, version: 3 });
    expect(await refusalOf(put({ bookId: null }))).toMatchObject({ errors: { bookId: expect.anything() } });
  });

  test("a definition of an id, a title and a machine is a workflow that the staff can use", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const caller = library.as("desk");
    const visit = await createRecord(library.office, caller, { type: "visits", data: {} });
    expect(visit).toMatchObject({ stage: "planned", displayName: expect.stringMatching(/./) });
    const body = { type: "BEGIN" };
    const begun = await sendEvent(library.office, caller, { type: "visits", id: idOf(visit), body });
    expect(begun).toMatchObject({ stage: "under-way", version: 2 });
    const byTrustee = createRecord(library.office, library.as("trustee"), { type: "visits", data: {} });
    expect(await refusalOf(byTrustee)).toMatchObject({ kind: "forbidden" });
  });
});
