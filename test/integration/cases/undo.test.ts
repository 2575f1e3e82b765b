import { expect, test } from "vitest";
import { explainActions } from "../../../server/domain/cases/explain-actions.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { findType } from "../../../server/domain/records/find-type.ts";
import { recordAt } from "../../../server/domain/records/history/record-at.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { conditionsFor } from "../../../server/domain/records/lists/list-records.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf, newLoan, refusalOf } from "./library-story.ts";

const takenBy = { type: "seats", filter: { row: "$case.row", status: "active" } };

/** One seat a row. Whoever leaves it gives it to others; whoever stands up does not. */
const seats: WorkflowDefinition = {
  id: "seats",
  title: { fr: "Places", en: "Seats" },
  schema: {
    type: "object",
    properties: { row: { type: "string", "x-index": true }, until: { type: "string", format: "date" } },
  },
  create: {
    guard: {
      type: "all",
      params: {
        guards: [
          { type: "count", params: { ...takenBy, is: "=", than: 0, code: "taken", message: "The seat is taken." } },
          { type: "date", params: { field: "case.until", is: "onOrAfter", than: "today", missing: "pass" } },
        ],
      },
    },
  },
  machine: {
    initial: "sitting",
    states: {
      sitting: {
        on: {
          STAND: { target: "standing", meta: { undo: "P2D" } },
          LEAVE: { target: "gone", meta: { undo: "P2D", title: { fr: "Partir", en: "Leave" } } },
        },
      },
      standing: { on: { SIT: "sitting", LEAVE_STANDING: { target: "gone", meta: { undo: "P2D" } } } },
      gone: { type: "final" },
    },
  },
};

const satOn = { type: "seats", filter: { row: "$case.row", stage: "sitting" } };

/** A rope closes a row to those who come; it is put up where nobody sits. */
const ropes: WorkflowDefinition = {
  id: "ropes",
  title: { fr: "Cordons", en: "Ropes" },
  schema: { type: "object", properties: { row: { type: "string", "x-index": true } } },
  create: {
    guard: { type: "count", params: { ...satOn, is: "=", than: 0, code: "taken", message: "Somebody sits." } },
  },
  machine: { initial: "up", states: { up: { on: { TAKE_DOWN: "down" } }, down: { type: "final" } } },
};

const ropedOff = { type: "ropes", filter: { row: "$case.row", status: "active" } };
const seatsBesideRopes: WorkflowDefinition = {
  ...seats,
  create: {
    guard: {
      type: "count",
      params: { ...ropedOff, is: "=", than: 0, code: "roped-off", message: "The row is closed." },
    },
  },
};

eachDatabase((open) => {
  test("a step that gave a place up to another type is not taken back, unless that had the place before", async () => {
    await using database = await open();
    const library = await openLibrary(database, { workflows: [seatsBesideRopes, ropes] });
    const { office, clock } = library;
    const caller = library.as("desk");
    const make = (type: string, row: string) => createRecord(office, caller, { type, data: { row } });
    const address = { type: "seats", id: idOf(await make("seats", "A")) };
    const send = (type: string) => sendEvent(office, caller, { ...address, body: { type } });
    const offered = async () => (await explainActions(office, caller, address)).find(({ event }) => event === "undo");

    expect(await refusalOf(make("ropes", "A"))).toMatchObject({ reasons: [{ code: "taken" }] });
    await send("LEAVE");
    const rope = { type: "ropes", id: idOf(await make("ropes", "A")) };
    const closed = [{ code: "roped-off", message: "The row is closed." }];
    expect(await offered()).toMatchObject({ allowed: false, reasons: closed });
    expect(await refusalOf(send("undo"))).toMatchObject({ code: "blocked", reasons: closed });

    await sendEvent(office, caller, { ...rope, body: { type: "TAKE_DOWN" } });
    expect(await offered()).toMatchObject({ allowed: true });
    await send("undo");
    await send("STAND");
    await make("ropes", "A");
    clock.moveTo("2026-03-02T09:00:00.000Z");
    await send("SIT");
    await send("LEAVE");
    expect(await send("undo")).toMatchObject({ stage: "sitting" });
  });

  test("which of two machines came first was told by their clocks: a place taken after the step went unseen", async () => {
    await using database = await open();
    const { office, as } = await openLibrary(database, { workflows: [seatsBesideRopes, ropes] });
    const caller = as("desk");
    const withClockAt = (now: string) => ({ ...office, clock: { ...office.clock, now: () => now } });
    const [slow, fast] = [withClockAt("2026-03-02T07:00:00.000Z"), withClockAt("2026-03-02T09:00:00.000Z")];
    const leave = async (row: string) => {
      const address = { type: "seats", id: idOf(await createRecord(office, caller, { type: "seats", data: { row } })) };
      await sendEvent(office, caller, { ...address, body: { type: "STAND" } });
      return (type: string) => sendEvent(office, caller, { ...address, body: { type } });
    };
    const putUp = (where: typeof office, row: string) => createRecord(where, caller, { type: "ropes", data: { row } });

    const sendA = await leave("A");
    await sendA("LEAVE_STANDING");
    await putUp(slow, "A");
    expect(await refusalOf(sendA("undo"))).toMatchObject({ code: "blocked", reasons: [{ code: "roped-off" }] });

    const sendB = await leave("B");
    await putUp(fast, "B");
    await sendB("LEAVE_STANDING");
    expect(await sendB("undo")).toMatchObject({ stage: "standing" });
  });

  test("a step that gave a place up is not taken back once somebody has the place, and it is told why", async () => {
    await using database = await open();
    const library = await openLibrary(database, { workflows: [seats] });
    const { office } = library;
    const caller = library.as("desk");
    const sit = () => createRecord(office, caller, { type: "seats", data: { row: "A" } });
    const address = { type: "seats", id: idOf(await sit()) };
    const send = (type: string) => sendEvent(office, caller, { ...address, body: { type } });
    const offered = async () => (await explainActions(office, caller, address)).find(({ event }) => event === "undo");

    await send("LEAVE");
    expect(await offered()).toMatchObject({ allowed: true });
    const other = { type: "seats", id: idOf(await sit()) };
    const taken = [{ code: "taken", message: "The seat is taken." }];
    expect(await offered()).toMatchObject({ title: "Take back “Leave”", allowed: false, reasons: taken });
    expect(await refusalOf(send("undo"))).toMatchObject({ code: "blocked", reasons: taken });

    await sendEvent(office, caller, { ...other, body: { type: "LEAVE" } });
    expect(await send("undo")).toMatchObject({ stage: "sitting", status: "active", version: 3 });
  });

  test("a step that gave nothing up is taken back though the rule of creation would refuse by now", async () => {
    await using database = await open();
    const library = await openLibrary(database, { workflows: [seats] });
    const { office, clock } = library;
    const caller = library.as("desk");
    const data = { row: "A", until: "2026-03-02" };
    const address = { type: "seats", id: idOf(await createRecord(office, caller, { type: "seats", data })) };
    const send = (type: string) => sendEvent(office, caller, { ...address, body: { type } });
    clock.moveTo("2026-03-03T09:00:00.000Z");
    for (const step of ["STAND", "LEAVE"]) {
      await send(step);
      expect(await send("undo")).toMatchObject({ stage: "sitting" });
    }
  });

  test("of a step taken back and others who take its place at the same moment, one is done", async () => {
    await using database = await open();
    const library = await openLibrary(database, { workflows: [seats] });
    const { office } = library;
    const caller = library.as("desk");
    for (const row of ["A", "B", "C", "D"]) {
      const sit = () => createRecord(office, caller, { type: "seats", data: { row } });
      const address = { type: "seats", id: idOf(await sit()) };
      const send = (type: string) => sendEvent(office, caller, { ...address, body: { type } });
      await send("LEAVE");
      const results = await Promise.allSettled([send("undo"), ...Array.from({ length: 6 }, sit), send("undo")]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const where = conditionsFor(office, caller, {
        type: findType(office, "seats"),
        filter: { row, status: "active" },
      });
      expect(await office.reader.count({ type: "seats", where })).toBe(1);
    }
  });

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
