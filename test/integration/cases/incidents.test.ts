import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { deepestChain } from "../../../server/domain/changes/chain-depth.ts";
import { runDueEffects } from "../../../server/domain/effects/run-due-effects.ts";
import { listIncidents } from "../../../server/domain/incidents/list-incidents.ts";
import { resolveIncident, resolveKind } from "../../../server/domain/incidents/resolve-incidents.ts";
import { deleteRecord } from "../../../server/domain/records/delete-record.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { moveClock } from "../../../server/domain/timers/move-clock.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { ActionDefinition, WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";
import { lateByRule, listed, newCall, open } from "./late-calls.ts";
import { idOf, newLoan } from "./library-story.ts";

const inTwoDays = "2026-03-04T08:00:00.000Z";

/** A case that may `GO` as often as it likes, each time asking for the action. */
function calls(action: ActionDefinition): WorkflowDefinition {
  const go = { GO: { target: "under-way", actions: action } };
  const machine = { initial: "asked", states: { asked: { on: go }, "under-way": { on: go } } };
  return { id: "calls", title: { fr: "Appels", en: "Calls" }, machine };
}

function go(library: Library, id: string): Promise<JsonObject> {
  return sendEvent(library.office, library.as("desk"), { type: "calls", id, body: { type: "GO", payload: {} } });
}

eachDatabase((openDatabase) => {
  test("an action that never works is an incident, told in words and without personal data", async () => {
    await using database = await openDatabase();
    const run = async () => Promise.reject(new Error("550 jo@example.fr refused by 10.0.0.1:25"));
    const library = await openLibrary(database, { actions: { phone: { run } }, workflows: [calls({ type: "phone" })] });
    const id = await newCall(library);
    await go(library, id);
    await moveClock(library.office, library.clock, inTwoDays);
    const { rows, total } = await listed(library);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      kind: "effect:phone",
      title: "phone",
      recordType: "calls",
      recordId: id,
      attempts: 7,
      code: "defect",
      message: "Une erreur inattendue s’est produite : 550 … refused by 10.0.0.1:25",
      resolution: null,
    });
    expect(JSON.stringify(library.logged)).not.toContain("example.fr");
  });

  test("an administrator tries again what failed, and it is done with the key that it always had", async () => {
    await using database = await openDatabase();
    const keys = new Set<string>();
    let answers = false;
    const run = async (_: JsonObject, { key }: { readonly key: string }) => {
      keys.add(key);
      if (!answers) throw new Error("no answer");
    };
    const library = await openLibrary(database, { actions: { phone: { run } }, workflows: [calls({ type: "phone" })] });
    const [first, second] = [await newCall(library), await newCall(library)];
    await go(library, first);
    await go(library, second);
    await moveClock(library.office, library.clock, inTwoDays);
    const { rows } = await listed(library);
    expect(rows).toHaveLength(2);
    answers = true;
    const admin = library.as("admin");
    expect(await resolveIncident(library, admin, { id: rows[0]?.id ?? "", how: "retried" })).toBe("retried");
    expect(await resolveKind(library, admin, { kind: "effect:phone", how: "retried" })).toBe(1);
    await expect(resolveIncident(library, admin, { id: rows[0]?.id ?? "", how: "dismissed" })).rejects.toMatchObject({
      details: { code: "incident-resolved" },
    });
    await runDueEffects(library.office, library.clock.now());
    expect(keys).toEqual(new Set([`${first}/2/0`, `${second}/2/0`]));
    expect(await library.office.queue.nextDue()).toBeNull();
    expect((await listed(library)).total).toBe(0);
    const closed = await listed(library, { ...open, resolved: true });
    expect(closed.rows).toMatchObject([
      { resolution: "retried", resolvedBy: "admin" },
      { resolution: "retried", resolvedBy: "admin" },
    ]);
  });

  test("what is dismissed is not done, and a kind is dismissed whole", async () => {
    await using database = await openDatabase();
    const library = await openLibrary(database, {
      workflows: [calls({ type: "create", params: { type: "books", data: { author: "nobody" } } })],
    });
    for (let n = 0; n < 3; n += 1) await go(library, await newCall(library));
    await moveClock(library.office, library.clock, inTwoDays);
    const { rows } = await listed(library);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ kind: "effect:create", code: "invalid-record", attempts: 3 });
    expect(rows[0]?.message).toContain("title");
    expect(await resolveKind(library, library.as("admin"), { kind: "effect:create", how: "dismissed" })).toBe(3);
    expect(await library.office.queue.nextDue()).toBeNull();
    expect((await listed(library)).total).toBe(0);
  });

  test("effects that cause each other without end stop at an incident, and whoever caused them goes on", async () => {
    await using database = await openDatabase();
    const echo = { type: "send", params: { to: { type: "calls", id: "$case.id" }, event: "GO" } };
    const library = await openLibrary(database, { workflows: [calls(echo)] });
    const id = await newCall(library);
    await go(library, id);
    await moveClock(library.office, library.clock, inTwoDays);
    const { rows } = await listed(library);
    expect(rows).toMatchObject([{ kind: "effect:send", code: "endless-chain", recordId: id, attempts: 1 }]);
    const history = await recordHistory(library.office, library.as("desk"), { type: "calls", id });
    expect(history).toHaveLength(deepestChain + 2);
    expect(await library.office.queue.nextDue()).toBeNull();
  });

  test("timers that set each other off without end stop at an incident", async () => {
    await using database = await openDatabase();
    const machine = {
      initial: "tick",
      states: { tick: { after: { PT0S: "tock" } }, tock: { after: { PT0S: "tick" } } },
    };
    const library = await openLibrary(database, { workflows: [{ id: "calls", title: { fr: "Appels" }, machine }] });
    const id = await newCall(library);
    await moveClock(library.office, library.clock, inTwoDays);
    const { rows } = await listed(library);
    expect(rows).toMatchObject([{ kind: "timer:calls:PT0S", title: "Échéance « PT0S »", code: "endless-chain" }]);
    const history = await recordHistory(library.office, library.as("desk"), { type: "calls", id });
    expect(history).toHaveLength(deepestChain + 1);
  });

  test("a timer whose rule throws is tried again, then an incident; dismissed, it leaves its case", async () => {
    await using database = await openDatabase();
    const library = await openLibrary(database, lateByRule);
    const id = await newCall(library);
    await moveClock(library.office, library.clock, "2026-03-06T08:00:00.000Z");
    const { rows } = await listed(library);
    expect(rows).toMatchObject([{ kind: "timer:calls:P1D", code: "blocked", recordId: id, attempts: 7 }]);
    const admin = library.as("admin");
    expect(await resolveIncident(library, admin, { id: rows[0]?.id ?? "", how: "retried" })).toBe("retried");
    await moveClock(library.office, library.clock, "2026-03-10T08:00:00.000Z");
    const [again] = (await listed(library)).rows;
    expect(await resolveIncident(library, admin, { id: again?.id ?? "", how: "dismissed" })).toBe("dismissed");
    const found = (await library.office.reader.get("calls", id))?.record;
    expect(found).toMatchObject({ stage: "asked", dueAt: null, version: 2 });
    expect(await library.office.queue.timersOf(id)).toEqual([]);
    const [, entry] = await recordHistory(library.office, admin, { type: "calls", id });
    expect(entry).toMatchObject({ event: "xstate.after.P1D.calls.asked", actor: { name: "admin" } });
  });

  test("the timer of a case whose plugin is gone could not be dismissed", async () => {
    await using database = await openDatabase();
    const library = await openLibrary(database);
    const { office, clock, incidents } = library;
    const admin = library.as("admin");
    const [kept, given] = [idOf(await newLoan(library)), idOf(await newLoan(library))];
    const stageOf = async (id: string) => (await readRecord(office, admin, { type: "loans", id }))["stage"];
    const { registry } = office;
    const withoutLoans = { ...registry, type: (id: string) => (id === "loans" ? undefined : registry.type(id)) };
    await moveClock({ ...office, registry: withoutLoans }, clock, "2026-04-01T08:00:00.000Z");
    const kind = "timer:loans:overdue";
    const desk = { office: { ...office, registry: withoutLoans }, incidents };
    const { rows } = await listIncidents(desk, admin, open);
    const id = rows.find(({ recordId }) => recordId === given)?.id ?? "";
    expect(await resolveIncident(desk, admin, { id, how: "dismissed" })).toBe("dismissed");
    expect(await resolveKind(library, admin, { kind, how: "retried" })).toBe(1);
    await moveClock(office, clock, "2026-04-01T09:00:00.000Z");
    expect([await stageOf(kept), await stageOf(given)]).toEqual(["out.overdue", "out.reading"]);
    expect(await recordHistory(office, admin, { type: "loans", id: given })).toMatchObject([
      { event: "create" },
      { event: "xstate.after.overdue.loans.out.reading", actor: { name: "admin" } },
    ]);
    const moved = await sendEvent(office, admin, { type: "loans", id: given, body: { type: "SUSPEND" } });
    expect(moved).toMatchObject({ stage: "suspended", version: 3 });
  });

  test("a timer whose rule says no is over, and the history says why", async () => {
    await using database = await openDatabase();
    const never = { type: "schema", params: { schema: { required: ["x"] }, message: { fr: "Il faut x." } } };
    const machine = {
      initial: "asked",
      states: { asked: { after: { P1D: { target: "late", guard: never } } }, late: {} },
    };
    const library = await openLibrary(database, { workflows: [{ id: "calls", title: { fr: "Appels" }, machine }] });
    const id = await newCall(library);
    await moveClock(library.office, library.clock, inTwoDays);
    expect((await library.office.reader.get("calls", id))?.record).toMatchObject({ dueAt: null, version: 2 });
    const [, entry] = await recordHistory(library.office, library.as("desk"), { type: "calls", id });
    expect(entry).toMatchObject({ from: "asked", to: "asked", note: "Il faut x." });
    expect((await listed(library)).total).toBe(0);
    expect(library.logged).toEqual([]);
  });

  test("an incident of a case that is gone cannot be retried, and only administrators see any", async () => {
    await using database = await openDatabase();
    const run = async () => Promise.reject(new Error("no answer"));
    const library = await openLibrary(database, { actions: { phone: { run } }, workflows: [calls({ type: "phone" })] });
    const id = await newCall(library);
    await go(library, id);
    await moveClock(library.office, library.clock, inTwoDays);
    await deleteRecord(library.office, library.as("admin"), { type: "calls", id });
    const desk = library.as("desk");
    await expect(listIncidents(library, desk, open)).rejects.toMatchObject({ details: { kind: "forbidden" } });
    const { rows } = await listed(library);
    expect(rows).toMatchObject([{ recordId: id, displayName: null }]);
    await expect(resolveIncident(library, desk, { id: rows[0]?.id ?? "", how: "retried" })).rejects.toMatchObject({
      details: { kind: "forbidden" },
    });
    const unknown = resolveIncident(library, library.as("admin"), { id: library.office.newId(), how: "retried" });
    await expect(unknown).rejects.toMatchObject({ details: { code: "unknown-incident" } });
  });
});
