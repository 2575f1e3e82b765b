import { expect, test } from "vitest";
import { caseTimers } from "../../../server/domain/cases/case-timers.ts";
import { myDay } from "../../../server/domain/cases/my-day.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { after } from "../../../server/domain/changes/instants.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import { caseTasks } from "../../../server/domain/tasks/case-tasks.ts";
import { fireTimer } from "../../../server/domain/timers/fire-timer.ts";
import { fireTimers } from "../../../server/domain/timers/fire-timers.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember } from "./library-story.ts";

/** The loan is due on 23 March; a day later, when the 24th begins in Paris, it is overdue. */
const overdueAt = "2026-03-23T23:00:00.000Z";
const reminderAt = "2026-03-16T08:00:00.000Z";

function stageOf(library: Library, loan: JsonObject): Promise<unknown> {
  const address = { type: "loans", id: idOf(loan) };
  return readRecord(library.office, library.as("desk"), address).then((read) => read["stage"]);
}

eachDatabase((open) => {
  test("a case tells what will happen to it by itself", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    const address = { type: "loans", id: idOf(loan) };
    const timers = await caseTimers(library.office, library.as("desk", { language: "fr" }), address);
    expect(timers).toMatchObject([
      { dueAt: reminderAt, delay: "reminder", title: "Rappel", why: "14 jours après l’entrée dans « En lecture »" },
      { dueAt: overdueAt, delay: "overdue", title: "En retard", why: "1 jour après la date « À rendre le »" },
    ]);
    expect(loan["dueAt"]).toBe(reminderAt);
  });

  test("timers fire at their instants, with what they cause, as entries of the history", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = await newLoan(library, { assigneeId: "librarian" });
    await moveClock(office, library.clock, "2026-03-25T08:00:00.000Z");
    const address = { type: "loans", id: idOf(loan) };
    expect(await readRecord(office, library.as("desk"), address)).toMatchObject({
      stage: "out.overdue",
      stageSince: overdueAt,
      dueAt: null,
    });
    const history = await recordHistory(office, library.as("desk"), address);
    expect(history.map(({ at, actor }) => ({ at, actor }))).toMatchObject([
      { actor: { id: "desk" } },
      { at: reminderAt, actor: { id: "engine" } },
      { at: overdueAt, actor: { id: "engine" } },
    ]);
    const tasks = await caseTasks(office, library.as("desk"), address);
    expect(tasks).toMatchObject([
      { title: "Remind the member", dueOn: "2026-03-16", assigneeId: "librarian" },
      { title: "Claim the book", dueOn: "2026-03-25", assigneeId: "librarian" },
    ]);
    expect(await caseTimers(office, library.as("desk"), address)).toEqual([]);
  });

  test("a timer follows its field", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library);
    const address = { type: "loans", id: idOf(loan) };
    await updateRecord(office, library.as("desk"), { ...address, data: { dueOn: "2026-04-10" } });
    await moveClock(office, clock, "2026-04-01T08:00:00.000Z");
    expect(await stageOf(library, loan)).toBe("out.reading");
    await moveClock(office, clock, "2026-04-10T23:00:00.000Z");
    expect(await stageOf(library, loan)).toBe("out.overdue");
  });

  test("what is overdue fires as soon as somebody looks, and a timer that means nothing any more is dropped", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const late = await newLoan(library);
    const back = await newLoan(library);
    const gone = await newLoan(library);
    clock.moveTo("2026-03-30T08:00:00.000Z");
    const body = { type: "RETURN", payload: { condition: "good" } };
    await sendEvent(office, library.as("desk"), { type: "loans", id: idOf(back), body });
    await deleteRecord(office, library.as("librarian"), { type: "loans", id: idOf(gone) });
    while ((await fireTimers(office)) > 0);
    expect(await stageOf(library, late)).toBe("out.overdue");
    expect(await stageOf(library, back)).toBe("returned");
    expect(await office.queue.nextDue()).toBeNull();
    expect(library.logged).toEqual([]);
  });

  test("a timer that fell due while the plugin of its workflow was switched off fires once that is back", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library);
    const { registry } = office;
    const withoutLoans = { ...registry, type: (id: string) => (id === "loans" ? undefined : registry.type(id)) };
    clock.moveTo(overdueAt);
    await fireTimers({ ...office, registry: withoutLoans });
    expect(await stageOf(library, loan)).toBe("out.reading");
    await moveClock(office, clock, after(overdueAt, 3600));
    expect(await stageOf(library, loan)).toBe("out.overdue");
  });

  test("a timer that two processes hold fires once", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library);
    clock.moveTo("2026-03-20T08:00:00.000Z");
    await Promise.all([fireTimers(office), fireTimers(office), fireTimers(office)]);
    const history = await recordHistory(office, library.as("desk"), { type: "loans", id: idOf(loan) });
    expect(history).toHaveLength(2);
  });

  test("many that are due at once fire in small groups, between which people are answered", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock, background } = library;
    const memberId = idOf(await newMember(library));
    const bookId = idOf(await newBook(library, { copies: 5000 }));
    const data = { memberId, bookId, dueOn: "2026-03-03" };
    const make = () => createRecord(office, library.as("desk"), { type: "loans", data });
    await Promise.all(Array.from({ length: 200 }, make));
    clock.moveTo("2026-03-04T08:00:00.000Z");
    background.start();
    const overdue = async () => (await office.queue.overdue(clock.now())).timers;
    await expect.poll(overdue, { interval: 1 }).toBeLessThan(200);
    await createRecord(office, library.as("desk"), { type: "loans", data: { ...data, dueOn: "2026-04-10" } });
    expect(await overdue()).toBeGreaterThan(0);
    await expect.poll(() => office.queue.nextDue()).toBe("2026-03-18T08:00:00.000Z");
    await background.stop();
    expect(await office.reader.count({ type: "tasks", where: [] })).toBe(200);
    expect(library.logged).toEqual([]);
  });

  test("a date in the past fires at once, and a case that is over takes no event any more", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library, { dueOn: "2025-01-01" });
    expect(await fireTimers(office)).toBe(1);
    expect(await stageOf(library, loan)).toBe("out.overdue");
    const address = { type: "loans", id: idOf(loan) };
    const body = { type: "RETURN", payload: { condition: "good" } };
    await sendEvent(office, library.as("desk"), { ...address, body });
    const again = sendEvent(office, library.as("desk"), { ...address, body });
    await expect(again).rejects.toMatchObject({ details: { kind: "invalid", code: "not-in-stage" } });
    clock.moveTo("2026-06-01T08:00:00.000Z");
    expect(await fireTimers(office)).toBe(0);
  });

  test("a clock that goes back fires nothing early, and what it held comes again", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library, { dueOn: "2026-03-03" });
    const [timer] = await office.queue.dueTimers("2026-03-04T08:00:00.000Z", 10, "2026-03-04T08:02:00.000Z");
    if (!timer) throw new Error("The loan is overdue by then");
    await fireTimer(office, timer);
    expect(await stageOf(library, loan)).toBe("out.reading");
    clock.moveTo("2026-03-04T08:03:00.000Z");
    expect(await fireTimers(office)).toBe(1);
    expect(await stageOf(library, loan)).toBe("out.overdue");
  });

  test("a clock that is set back while a timer fires does not lose the timer", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library, { dueOn: "2026-03-03" });
    const late = "2026-03-04T08:00:00.000Z";
    const [timer] = await office.queue.dueTimers(late, 10, "2026-03-04T08:02:00.000Z");
    if (!timer) throw new Error("The loan is overdue by then");
    const asked = [late];
    const setBack = { now: () => asked.pop() ?? clock.now(), wakeAt: () => () => {} };
    await fireTimer({ ...office, clock: setBack }, timer);
    expect(await stageOf(library, loan)).toBe("out.overdue");
  });

  test("the background fires what falls due, also what is announced while it sleeps or works", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { clock, background } = library;
    background.start();
    const loan = await newLoan(library);
    const other = await newLoan(library, { dueOn: "2026-03-02" });
    clock.moveTo("2026-03-02T23:00:00.000Z");
    await expect.poll(() => stageOf(library, other)).toBe("out.overdue");
    expect(await stageOf(library, loan)).toBe("out.reading");
    clock.moveTo(overdueAt);
    await expect.poll(() => stageOf(library, loan)).toBe("out.overdue");
    await background.stop();
    const late = await newLoan(library, { dueOn: "2026-03-01" });
    clock.moveTo("2026-03-30T08:00:00.000Z");
    expect(await stageOf(library, late)).toBe("out.reading");
    background.start();
    await expect.poll(() => stageOf(library, late)).toBe("out.overdue");
    await background.stop();
    expect(library.logged).toEqual([]);
  });

  test("my day holds the tasks that are due and the cases that they are late for", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library, { assigneeId: "librarian" });
    const next = await newLoan(library, { assigneeId: "librarian", dueOn: "2026-04-02" });
    await moveClock(office, clock, "2026-03-27T08:00:00.000Z");
    const day = await myDay(office, library.as("librarian"));
    expect(day.tasks.map((task) => task["dueOn"])).toEqual(["2026-03-16", "2026-03-16", "2026-03-25"]);
    expect(new Set(day.tasks.map((task) => task["caseName"]))).toEqual(
      new Set(["Jeanne Roux – Germinal (Émile Zola)"]),
    );
    expect(day.late.map(idOf).sort()).toEqual([idOf(loan), idOf(next)].sort());
    expect(day.due.map(idOf)).toEqual([idOf(next)]);
    expect(day.due[0]).toMatchObject({ type: "loans", displayName: "Jeanne Roux – Germinal (Émile Zola)" });
    const nobody = await myDay(office, library.as("trustee"));
    expect(nobody).toEqual({ tasks: [], due: [], late: [] });
  });
});
