import { expect, test } from "vitest";
import { caseTimers } from "../../../server/domain/cases/case-timers.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createWorkflow } from "../../../server/domain/definitions/workflows/create-workflow.ts";
import { lintDraft } from "../../../server/domain/definitions/workflows/lint-draft.ts";
import { publishDraft } from "../../../server/domain/definitions/workflows/publish-draft.ts";
import { readDraft } from "../../../server/domain/definitions/workflows/read-draft.ts";
import { readWorkflow } from "../../../server/domain/definitions/workflows/read-workflow.ts";
import { rehearseDraft } from "../../../server/domain/definitions/workflows/rehearse-draft.ts";
import { saveDraft } from "../../../server/domain/definitions/workflows/save-draft.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import type { StateDefinition, WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { morning } from "../../support/library-office/open-library.ts";
import { idOf, newLoan, refusalOf } from "../cases/library-story.ts";
import { type Desk, openDesk } from "./open-desk.ts";

/** The loans, with the stages of `out` changed. */
async function loansWith(
  { desk, admin }: Desk,
  change: (stages: { readonly [name: string]: StateDefinition }) => { readonly [name: string]: StateDefinition },
): Promise<WorkflowDefinition> {
  const current = await readWorkflow(desk, admin, { id: "loans" });
  const out = current.machine.states?.["out"];
  const stages = change(out?.states ?? {});
  return {
    ...current,
    machine: {
      ...current.machine,
      states: { ...current.machine.states, out: { ...out, initial: Object.keys(stages)[0] ?? "", states: stages } },
    },
  };
}

/** The first stage bears another name. */
const renamed = (opened: Desk) => loansWith(opened, ({ reading = {}, ...others }) => ({ home: reading, ...others }));

eachDatabase((open) => {
  test("a draft that changes no stage is safe for every live case, and rehearsing changes nothing", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const loan = await newLoan(library);
    const lost = await newLoan(library);
    await sendEvent(library.office, admin, { type: "loans", id: idOf(lost), body: { type: "LOSE" } });
    const definition = { ...(await readWorkflow(desk, admin, { id: "loans" })), title: "Borrowings" };
    await saveDraft(desk, admin, { id: "loans", definition });
    const atOnce = { "from-now": 0, "from-stage": 0 };
    expect(await rehearseDraft(desk, admin, { id: "loans" })).toEqual({
      total: 1,
      counts: { safe: 1, "needs-mapping": 0, "timer-to-decide": 0, "data-invalid": 0 },
      stages: [
        {
          stage: "out.reading",
          counts: { safe: 1, "needs-mapping": 0, "timer-to-decide": 0, "data-invalid": 0 },
          atOnce,
        },
      ],
      cases: [],
    });
    const { displayName: _, ...after } = await readRecord(library.office, admin, { type: "loans", id: idOf(loan) });
    expect(after).toEqual(expect.objectContaining({ version: 1, workflowVersion: 1 }));
  });

  test("each case is told what stands in its way, in words", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const loan = await newLoan(library);
    await saveDraft(desk, admin, { id: "loans", definition: await renamed(opened) });
    const rehearsal = await rehearseDraft(desk, admin, { id: "loans" });
    expect(rehearsal.counts).toMatchObject({ safe: 0, "needs-mapping": 1 });
    expect(rehearsal.cases).toMatchObject([
      {
        id: idOf(loan),
        stage: "out.reading",
        fit: "needs-mapping",
        displayName: "Jeanne Roux – Germinal (Émile Zola)",
      },
    ]);
    expect(rehearsal.cases[0]?.reasons[0]).toContain("Being read");

    const current = await readWorkflow(desk, admin, { id: "loans" });
    const schema = { ...current.schema, required: ["memberId", "bookId", "renewals"] };
    await saveDraft(desk, admin, { id: "loans", definition: { ...current, schema } });
    const strict = await rehearseDraft(desk, admin, { id: "loans" });
    expect(strict.counts).toMatchObject({ safe: 0, "data-invalid": 1 });
    expect(strict.cases[0]?.reasons.join()).toContain("Renewals: ");
  });

  test("a timer that would begin or end is told apart", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newLoan(library);
    const definition = await loansWith(opened, ({ reading = {}, ...others }) => ({
      reading: { ...reading, after: { ...reading.after, P3D: { target: "overdue" } } },
      ...others,
    }));
    await saveDraft(desk, admin, { id: "loans", definition });
    expect((await rehearseDraft(desk, admin, { id: "loans" })).counts).toMatchObject({ safe: 0, "timer-to-decide": 1 });
  });

  test("rehearsing a draft that cannot run was an error of ours", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newLoan(library);
    const current = await readWorkflow(desk, admin, { id: "loans" });
    const { reserved: _, ...states } = current.machine.states ?? {};
    const machine = { ...current.machine, initial: "nowhere", states };
    const definition = { ...current, machine };
    const refused = await refusalOf(rehearseDraft(desk, admin, { id: "loans", definition }));
    expect(refused).toMatchObject({ kind: "invalid", code: "unfit-definition" });
    expect(refused.reasons?.map((reason) => reason.code)).toContain("unknown-initial");
  });

  test("rehearsing what is not saved yet kept it as the draft", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newLoan(library);
    const rehearsal = await rehearseDraft(desk, admin, { id: "loans", definition: await renamed(opened) });
    expect(rehearsal.counts).toMatchObject({ "needs-mapping": 1 });
    expect((await refusalOf(readDraft(desk, admin, "loans"))).code).toBe("no-draft");
  });

  test("a rehearsal did not say which timers would fire at once, nor which would end", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newLoan(library);
    library.clock.moveTo("2026-03-20T08:00:00.000Z");
    const definition = await loansWith(opened, ({ reading = {}, ...others }) => ({
      reading: { ...reading, after: { P3D: { target: "overdue" } } },
      ...others,
    }));
    const rehearsal = await rehearseDraft(desk, admin, { id: "loans", definition });
    expect(rehearsal.stages).toMatchObject([{ stage: "out.reading", atOnce: { "from-now": 0, "from-stage": 1 } }]);
    const reasons = rehearsal.cases[0]?.reasons ?? [];
    expect(reasons).toContain("3 days after entering “Being read”: 23 March 2026.");
    expect(reasons).toContain("No longer runs: 14 days after entering “Being read”.");
  });

  test("a field that cases hold could be taken out of a workflow without a word", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await newLoan(library, { renewals: 2 });
    const current = await readWorkflow(desk, admin, { id: "loans" });
    const { renewals: _, ...properties } = current.schema?.properties ?? {};
    const definition = { ...current, schema: { ...current.schema, properties } };
    const { warnings } = await lintDraft(desk, admin, { id: "loans", definition });
    const lost = warnings.find(({ code }) => code === "data-lost");
    expect(lost?.message).toBe(
      "“Renewals” has no place any more, and 1 record holds something in it: it will be kept, but not shown.",
    );
  });

  test("an action that others send could be taken out without a word", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const fines: WorkflowDefinition = {
      id: "fines",
      title: "Fines",
      machine: {
        initial: "due",
        states: {
          due: { on: { PAY: "paid" } },
          paid: {
            type: "final",
            entry: { type: "send", params: { to: { type: "loans", where: {} }, event: "LOSE", payload: {} } },
          },
        },
      },
    };
    await createWorkflow(desk, admin, { definition: fines });
    await publishDraft(desk, admin, { id: "fines", acknowledge: true });
    const current = await readWorkflow(desk, admin, { id: "loans" });
    const codes = async (definition: unknown, id: string) =>
      (await lintDraft(desk, admin, { id, definition })).warnings.map(({ code }) => code);
    expect(await codes(current, "loans")).not.toContain("event-sent-here");
    const without = JSON.parse(JSON.stringify(current).replaceAll('"LOSE"', '"MISLAY"'));
    expect(await codes(without, "loans")).toContain("event-sent-here");
    const astray = JSON.parse(JSON.stringify(fines).replace('"LOSE"', '"MISLAY"'));
    expect(await codes(astray, "fines")).toContain("event-not-there");
  });

  test("cases of the mapped stages go on in the new version, each with an entry of its history", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const [reading, suspended] = [await newLoan(library), await newLoan(library)];
    await sendEvent(library.office, admin, { type: "loans", id: idOf(suspended), body: { type: "SUSPEND" } });
    await saveDraft(desk, admin, { id: "loans", definition: await renamed(opened) });
    const mapping = { "out.reading": "out.home" };
    const published = await publishDraft(desk, admin, { id: "loans", acknowledge: true, mapping });
    expect(published).toEqual({ id: "loans", version: 2, cases: { moved: 1, left: [] } });
    const moved = await readRecord(library.office, admin, { type: "loans", id: idOf(reading) });
    expect(moved).toMatchObject({ stage: "out.home", workflowVersion: 2, version: 2 });
    const stayed = await readRecord(library.office, admin, { type: "loans", id: idOf(suspended) });
    expect(stayed).toMatchObject({ stage: "suspended", workflowVersion: 1, version: 2 });
    const history = await recordHistory(library.office, admin, { type: "loans", id: idOf(reading) });
    expect(history.at(-1)).toMatchObject({ event: "moved-version", from: "out.reading", to: "out.home" });
    const body = { type: "RETURN", payload: { condition: "good" } };
    const returned = await sendEvent(library.office, admin, { type: "loans", id: idOf(reading), body });
    expect(returned).toMatchObject({ stage: "returned", workflowVersion: 2 });
  });

  test("timers of moved cases count from now, or from the day that the case entered its stage", async () => {
    for (const choice of ["from-now", "from-stage"] as const) {
      await using database = await open();
      const opened = await openDesk(database);
      const { desk, admin, library } = opened;
      const loan = await newLoan(library);
      library.clock.moveTo("2026-03-04T08:00:00.000Z");
      const definition = await loansWith(opened, ({ reading = {}, ...others }) => ({
        reading: { ...reading, after: { P10D: { target: "overdue" } } },
        ...others,
      }));
      await saveDraft(desk, admin, { id: "loans", definition });
      const mapping = { "out.reading": "out.reading" };
      const timers = { "out.reading": choice };
      await publishDraft(desk, admin, { id: "loans", acknowledge: true, mapping, timers });
      const due = choice === "from-now" ? "2026-03-14T08:00:00.000Z" : "2026-03-12T08:00:00.000Z";
      const moved = await readRecord(library.office, admin, { type: "loans", id: idOf(loan) });
      expect(moved).toMatchObject({ dueAt: due, stageSince: morning, workflowVersion: 2 });
      const planned = await caseTimers(library.office, admin, { type: "loans", id: idOf(loan) });
      expect(planned.map((timer) => timer["dueAt"])).toEqual([due]);
    }
  });

  test("a mapped case whose data do not fit stays where it is, and says why", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const [poor, rich] = [await newLoan(library), await newLoan(library, { renewals: 2 })];
    const definition = await renamed(opened);
    const schema = { ...definition.schema, required: ["memberId", "bookId", "renewals"] };
    await saveDraft(desk, admin, { id: "loans", definition: { ...definition, schema } });
    const mapping = { "out.reading": "out.home" };
    const { cases } = await publishDraft(desk, admin, { id: "loans", acknowledge: true, mapping });
    expect(cases).toMatchObject({ moved: 1, left: [{ id: idOf(poor) }] });
    expect(cases.left[0]?.reasons.join()).toContain("Renewals: ");
    const at = async (id: string) =>
      (await readRecord(library.office, admin, { type: "loans", id }))["workflowVersion"];
    expect([await at(idOf(poor)), await at(idOf(rich))]).toEqual([1, 2]);
  });

  test("a mapping to a stage that the draft has not is refused before anything is published", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    await saveDraft(desk, admin, { id: "loans", definition: await renamed(opened) });
    const publish = (mapping: { readonly [stage: string]: string }) =>
      refusalOf(publishDraft(desk, admin, { id: "loans", acknowledge: true, mapping }));
    expect(await publish({ "out.reading": "out.nowhere" })).toMatchObject({ kind: "invalid", code: "unknown-stage" });
    expect((await publish({ "out.reading": "out" })).code).toBe("unknown-stage");
    expect(desk.registry.type("loans")?.version).toBe(1);
  });
});
