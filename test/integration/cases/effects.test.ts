import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { after } from "../../../server/domain/changes/instants.ts";
import { runDueEffects } from "../../../server/domain/effects/run-due-effects.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { listRecords } from "../../../server/domain/records/lists/list-records.ts";
import { caseTasks } from "../../../server/domain/tasks/case-tasks.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import type { ActionDefinition, WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newBook, newLoan, newMember } from "./library-story.ts";

const returned = { type: "RETURN", payload: { condition: "good" } };

function send(library: Library, type: string, record: JsonObject, body: JsonObject): Promise<JsonObject> {
  return sendEvent(library.office, library.as("desk"), { type, id: idOf(record), body });
}

async function reserve(library: Library, bookId: string): Promise<JsonObject> {
  const memberId = idOf(await newMember(library));
  return createRecord(library.office, library.as("desk"), { type: "reservations", data: { memberId, bookId } });
}

eachDatabase((open) => {
  test("what an event causes elsewhere is done before it answers, in the name of whoever sent it", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office } = library;
    const loan = await newLoan(library);
    const bookId = String(loan["bookId"]);
    const reservations = [await reserve(library, bookId), await reserve(library, bookId)];
    await send(library, "loans", loan, returned);
    for (const reservation of reservations) {
      const address = { type: "reservations", id: idOf(reservation) };
      const history = await recordHistory(office, library.as("desk"), address);
      expect(history[1]).toMatchObject({ event: "BOOK_IS_BACK", to: "ready", actor: { name: "desk" }, version: 2 });
    }
    const ready = { type: "reservations", filter: { stage: "ready", loanId: idOf(loan) } };
    expect((await listRecords(office, library.as("desk"), ready)).total).toBe(2);
    expect(await office.queue.effectsOf([idOf(loan)], after(office.clock.now(), 60))).toEqual([]);
  });

  test("an effect can open a case, for whoever caused it when they work here", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const loan = await newLoan(library);
    const reservation = await reserve(library, String(loan["bookId"]));
    await send(library, "loans", loan, returned);
    await send(library, "reservations", reservation, { type: "COLLECT" });
    const filter = { memberId: reservation["memberId"] ?? null };
    const { rows } = await listRecords(library.office, library.as("desk"), { type: "loans", filter });
    expect(rows).toMatchObject([{ stage: "out.reading", dueOn: "2026-03-23", assigneeId: "desk" }]);
  });

  test("an event of the engine's own cannot be sent from outside", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const bookId = idOf(await newBook(library));
    const reservation = await reserve(library, bookId);
    await expect(send(library, "reservations", reservation, { type: "BOOK_IS_BACK" })).rejects.toMatchObject({
      details: { kind: "forbidden", code: "internal-event" },
    });
  });

  test("effects that a stopped process left behind are done by the next, and only once", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { office, clock } = library;
    const loan = await newLoan(library);
    const reservation = await reserve(library, String(loan["bookId"]));
    const dies = { ...office, effects: { follow: () => Promise.reject(new Error("power cut")), wake: () => {} } };
    const request = { type: "loans", id: idOf(loan), body: returned };
    await expect(sendEvent(dies, library.as("desk"), request)).rejects.toThrow("power cut");
    await office.queue.effectsOf([idOf(loan)], after(clock.now(), 60));
    expect(await runDueEffects(office, clock.now())).toBe(0);
    clock.moveTo(after(clock.now(), 61));
    expect(await runDueEffects(office, clock.now())).toBe(1);
    expect(await runDueEffects(office, clock.now())).toBe(0);
    const address = { type: "reservations", id: idOf(reservation) };
    const history = await recordHistory(office, library.as("desk"), address);
    expect(history.map((entry) => entry["event"])).toEqual(["create", "BOOK_IS_BACK"]);
  });

  test("a task is a record about the case that asked for it", async () => {
    await using database = await open();
    const task = { type: "task", params: { title: { fr: "Relier", en: "Bind" }, dueIn: "P2D", assignee: "$actor.id" } };
    const library = await openLibrary(database, { workflows: [repairs(task)] });
    const repair = await newRepair(library);
    await send(library, "repairs", repair, { type: "GO" });
    const tasks = await caseTasks(library.office, library.as("desk"), { type: "repairs", id: idOf(repair) });
    const about = { caseType: "repairs", caseId: idOf(repair), assigneeId: "desk" };
    expect(tasks).toMatchObject([{ title: "Bind", dueOn: "2026-03-04", done: false, ...about }]);
  });

  test("a task whose title was cut within a character could not be kept", async () => {
    await using database = await open();
    const task = { type: "task", params: { title: `${"x".repeat(199)}📚` } };
    const library = await openLibrary(database, { workflows: [repairs(task)] });
    const repair = await newRepair(library);
    await send(library, "repairs", repair, { type: "GO" });
    const tasks = await caseTasks(library.office, library.as("desk"), { type: "repairs", id: idOf(repair) });
    expect(tasks).toMatchObject([{ title: "x".repeat(199) }]);
  });

  test("a task in hours was due on the day of UTC, a day too early", async () => {
    await using database = await open();
    const task = { type: "task", params: { title: "Look again", dueIn: "PT24H" } };
    const library = await openLibrary(database, { workflows: [repairs(task)] });
    const repair = await newRepair(library);
    await send(library, "repairs", repair, { type: "GO" });
    const tasks = await caseTasks(library.office, library.as("desk"), { type: "repairs", id: idOf(repair) });
    expect(tasks).toMatchObject([{ dueOn: "2026-03-03" }]);
  });

  test("an action of a plugin is done in the background, and again with the same key until it works", async () => {
    await using database = await open();
    const keys: string[] = [];
    const binder = async (_: JsonObject, call: { readonly key: string; readonly case: JsonObject }) => {
      keys.push(call.key);
      if (keys.length < 3) throw new Error("The binder does not answer");
      expect(call.case).toMatchObject({ stage: "under-way" });
    };
    const actions = { "call-binder": { run: binder } };
    const library = await openLibrary(database, { actions, workflows: [repairs({ type: "call-binder" })] });
    const repair = await newRepair(library);
    await send(library, "repairs", repair, { type: "GO" });
    expect(keys).toEqual([]);
    await moveClock(library.office, library.clock, "2026-03-02T12:00:00.000Z");
    expect(keys).toEqual(Array.from({ length: 3 }, () => `${idOf(repair)}/2/0`));
    expect(library.logged).toHaveLength(2);
    expect(library.logged[0]?.details).toMatchObject({
      code: "defect",
      error: "An unexpected error occurred: The binder does not answer",
    });
    expect(await library.office.queue.nextDue()).toBeNull();
  });

  test("an effect that never works is kept as an incident and bars no other", async () => {
    await using database = await open();
    const broken = { type: "create", params: { type: "books", data: { author: "nobody" } } };
    const library = await openLibrary(database, { workflows: [repairs(broken)] });
    const repair = await newRepair(library);
    const after = await send(library, "repairs", repair, { type: "GO" });
    expect(after["stage"]).toBe("under-way");
    await moveClock(library.office, library.clock, "2026-04-02T12:00:00.000Z");
    expect(library.logged.at(-1)?.details).toMatchObject({ retryAt: null });
    expect(await library.office.queue.nextDue()).toBeNull();
    expect(await library.office.reader.count({ type: "books", where: [] })).toBe(0);
  });

  test("cases that send each other events without end do not hold up whoever began", async () => {
    await using database = await open();
    const echo = { type: "send", params: { to: { type: "repairs", id: "$case.id" }, event: "GO" } };
    const library = await openLibrary(database, { workflows: [repairs(echo)] });
    const repair = await newRepair(library);
    const after = await send(library, "repairs", repair, { type: "GO" });
    expect(after).toMatchObject({ stage: "under-way" });
    expect(Number(after["version"])).toBeLessThan(20);
  });

  test("records of a type have effects too", async () => {
    await using database = await open();
    const task = { type: "task", params: { title: "Welcome", assignee: "$actor.id" } };
    const guests: RecordTypeDefinition = {
      id: "guests",
      title: "Guests",
      display: "{name}",
      schema: { type: "object", properties: { name: { type: "string" } } },
      effects: { create: [task] },
    };
    const library = await openLibrary(database, { recordTypes: [guests] });
    const guest = await createRecord(library.office, library.as("desk"), { type: "guests", data: { name: "Ana" } });
    const tasks = await caseTasks(library.office, library.as("desk"), { type: "guests", id: idOf(guest) });
    expect(tasks).toMatchObject([{ title: "Welcome", dueOn: "2026-03-02", caseType: "guests" }]);
  });
});

/** A workflow whose one event, which may be repeated, asks for the action. */
function repairs(action: ActionDefinition): WorkflowDefinition {
  const go = { GO: { target: "under-way", actions: action } };
  return {
    id: "repairs",
    title: { fr: "Réparations", en: "Repairs" },
    machine: { initial: "asked", states: { asked: { on: go }, "under-way": { on: go } } },
  };
}

function newRepair(library: Library): Promise<JsonObject> {
  return createRecord(library.office, library.as("desk"), { type: "repairs", data: {} });
}
