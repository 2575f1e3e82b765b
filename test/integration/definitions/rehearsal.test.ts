import { expect, test } from "vitest";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { createWorkflow } from "../../../server/domain/definitions/workflows/create-workflow.ts";
import { lintDraft } from "../../../server/domain/definitions/workflows/lint-draft.ts";
import { publishDraft } from "../../../server/domain/definitions/workflows/publish-draft.ts";
import { readDraft } from "../../../server/domain/definitions/workflows/read-draft.ts";
import { readWorkflow } from "../../../server/domain/definitions/workflows/read-workflow.ts";
import { rehearseDraft } from "../../../server/domain/definitions/workflows/rehearse-draft.ts";
import { saveDraft } from "../../../server/domain/definitions/workflows/save-draft.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { idOf, newLoan, refusalOf } from "../cases/library-story.ts";
import { loansWith, renamed } from "./changed-loans.ts";
import { openDesk } from "./open-desk.ts";

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
});
