import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { openLibrary } from "../../support/library-office/open-library.ts";
import { idOf } from "./library-story.ts";

/** A repair that by itself, a day later, calls the binder and makes a book that cannot be made. */
const repairs: WorkflowDefinition = {
  id: "repairs",
  title: { fr: "Réparations", en: "Repairs" },
  schema: { type: "object", properties: { whose: { type: "string" } } },
  machine: {
    initial: "noted",
    states: {
      noted: { on: { GO: "waiting" } },
      waiting: {
        after: {
          P1D: {
            target: "late",
            actions: [
              { type: "call-binder" },
              { type: "create", params: { type: "books", data: { author: "nobody" } } },
            ],
          },
        },
      },
      late: { tags: "closed" },
    },
  },
};

const whatItIs = (details: JsonObject) =>
  Object.fromEntries(Object.entries(details).filter(([name]) => !["workId", "milliseconds"].includes(name)));

eachDatabase((open) => {
  test("each timer and effect of the background is told with an id of its own, with what it made and nothing about people", async () => {
    await using database = await open();
    const actions = { "call-binder": { run: async () => {} } };
    const library = await openLibrary(database, { workflows: [repairs], actions });
    const { office, clock, passed, logged } = library;
    const desk = library.as("librarian");
    const repair = await createRecord(office, desk, { type: "repairs", data: { whose: "Rosa Bonheur" } });
    const id = idOf(repair);
    await sendEvent(office, desk, { type: "repairs", id, body: { type: "GO" } });
    expect(passed).toEqual([]);
    await moveClock(office, clock, "2026-03-03T08:00:30.000Z");

    const timer = "xstate.after.P1D.repairs.waiting";
    const about = { recordType: "repairs", recordId: id };
    expect(passed.map(({ details }) => whatItIs(details)).slice(0, 2)).toEqual([
      { unit: "timer", ...about, timer, delay: "P1D", made: [`${id}/3`] },
      { unit: "effect", ...about, effect: `${id}/3/0`, action: "call-binder", made: [] },
    ]);
    const [ofTimer, ofEffect] = passed.map(({ details }) => details["workId"]);
    expect(ofTimer).toEqual(expect.any(String));
    expect(ofEffect).not.toBe(ofTimer);
    // What the timer caused at once failed within its unit.
    expect(logged[0]?.details).toMatchObject({ workId: ofTimer, kind: "effect:create", recordId: id });
    expect(JSON.stringify([passed, logged])).not.toContain("Bonheur");
  });

  test("a chore has an id of its own too", async () => {
    await using database = await open();
    const library = await openLibrary(database);
    const { background, passed } = library;
    let done = () => {};
    const isDone = new Promise<void>((resolve) => {
      done = resolve;
    });
    background.addChore({
      name: "dusting",
      run: async ({ log }) => {
        log("The shelves were dusted", { shelves: 12 }, "info");
        done();
      },
    });
    background.start();
    await isDone;
    await background.stop();
    const lines = passed.filter(({ details }) => details["shelves"] === 12 || details["chore"] === "dusting");
    expect(lines.map(({ message }) => message)).toEqual(["The shelves were dusted", "Done in the background"]);
    expect(new Set(lines.map(({ details }) => details["workId"])).size).toBe(1);
  });
});
