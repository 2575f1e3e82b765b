import { expect, test } from "vitest";
import { explainActions } from "../../../server/domain/cases/explain-actions.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { definitionVersions } from "../../../server/domain/definitions/definition-versions.ts";
import { createWorkflow } from "../../../server/domain/definitions/workflows/create-workflow.ts";
import { diffDraft } from "../../../server/domain/definitions/workflows/diff-draft.ts";
import { discardDraft } from "../../../server/domain/definitions/workflows/discard-draft.ts";
import { lintDraft } from "../../../server/domain/definitions/workflows/lint-draft.ts";
import { listWorkflows } from "../../../server/domain/definitions/workflows/list-workflows.ts";
import { publishDraft } from "../../../server/domain/definitions/workflows/publish-draft.ts";
import { readDraft } from "../../../server/domain/definitions/workflows/read-draft.ts";
import { readWorkflow } from "../../../server/domain/definitions/workflows/read-workflow.ts";
import { rollbackWorkflow } from "../../../server/domain/definitions/workflows/rollback-workflow.ts";
import { saveDraft } from "../../../server/domain/definitions/workflows/save-draft.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { updateRecord } from "../../../server/domain/records/update-record.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";
import { eachDatabase } from "../../support/databases.ts";
import { idOf, newLoan, refusalOf } from "../cases/library-story.ts";
import { fines, publishFines, withReminder } from "./fines.ts";
import { openDesk } from "./open-desk.ts";

eachDatabase((open) => {
  test("a new workflow is nothing but a draft until it is published, and then at once at work", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, library, admin } = opened;
    await createWorkflow(desk, admin, { definition: fines });
    expect(desk.registry.type("fines")).toBeUndefined();
    expect(await listWorkflows(desk, admin)).toContainEqual({
      id: "fines",
      title: "Fines",
      version: null,
      draft: true,
      source: null,
    });
    const refused = await refusalOf(createRecord(library.office, library.as("desk"), { type: "fines", data: {} }));
    expect(refused.kind).toBe("not-found");

    const published = await publishDraft(desk, admin, { id: "fines", acknowledge: true });
    expect(published).toEqual({ id: "fines", version: 1, cases: { moved: 0, left: [] } });
    expect(await readWorkflow(desk, admin, { id: "fines" })).toEqual(fines);
    expect((await refusalOf(readDraft(desk, admin, "fines"))).code).toBe("no-draft");
    const fine = await createRecord(library.office, library.as("desk"), { type: "fines", data: {} });
    expect(fine).toMatchObject({ stage: "due", status: "active", workflowVersion: 1 });
    const body = { type: "PAY" };
    const paid = await sendEvent(library.office, library.as("desk"), { type: "fines", id: idOf(fine), body });
    expect(paid).toMatchObject({ stage: "paid", status: "done" });
    expect(
      (await refusalOf(createRecord(library.office, library.as("school"), { type: "fines", data: {} }))).kind,
    ).toBe("forbidden");
  });

  test("live cases stay on the version that they began in", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { library } = opened;
    await publishFines(opened);
    const old = await createRecord(library.office, library.as("desk"), { type: "fines", data: {} });
    await publishFines(opened, withReminder);
    const young = await createRecord(library.office, library.as("desk"), { type: "fines", data: {} });
    const events = async (id: string) =>
      (await explainActions(library.office, library.as("desk"), { type: "fines", id })).map((offer) => offer.event);
    expect(await events(idOf(old))).toEqual(["PAY"]);
    expect(await events(idOf(young))).toEqual(["PAY", "REMIND"]);
    expect(young).toMatchObject({ workflowVersion: 2 });
    const versions = await definitionVersions(opened.desk, opened.admin, { kind: "workflow", id: "fines" });
    expect(versions.map(({ version, publishedBy }) => [version, publishedBy])).toEqual([
      [2, "admin"],
      [1, "admin"],
    ]);
    expect(await readWorkflow(opened.desk, opened.admin, { id: "fines", version: 1 })).toEqual(fines);
  });

  test("what does not have the shape of a workflow is refused with each place, and nothing is kept", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const broken = { ...fines, titel: "?", machine: { initial: "due", states: { due: { type: "atom" } } } };
    const refused = await refusalOf(createWorkflow(desk, admin, { definition: broken }));
    expect(refused).toMatchObject({ kind: "invalid", code: "invalid-definition" });
    expect(Object.keys(refused.errors ?? {}).sort()).toEqual(["machine.states.due.type", "titel"]);
    for (const definition of [null, "fines", [], 3]) {
      expect((await refusalOf(createWorkflow(desk, admin, { definition }))).code).toBe("invalid-definition");
    }
    expect((await refusalOf(saveDraft(desk, admin, { id: "loans", definition: broken }))).kind).toBe("invalid");
    expect((await refusalOf(readDraft(desk, admin, "loans"))).code).toBe("no-draft");
  });

  test("ids are unique, reachable and lasting", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const create = (id: string) => refusalOf(createWorkflow(desk, admin, { definition: { ...fines, id } }));
    expect((await create("members")).code).toBe("id-taken");
    expect((await create("loans")).code).toBe("id-taken");
    expect((await create("studio")).code).toBe("reserved-id");
    await createWorkflow(desk, admin, { definition: fines });
    expect((await create("fines")).code).toBe("id-taken");
    const other = { ...fines, id: "others" };
    expect((await refusalOf(saveDraft(desk, admin, { id: "fines", definition: other }))).code).toBe("id-cannot-change");
    expect((await refusalOf(saveDraft(desk, admin, { id: "nothing", definition: fines }))).code).toBe(
      "unknown-workflow",
    );
  });

  test("definitions are the administrator's", async () => {
    await using database = await open();
    const { desk, library } = await openDesk(database);
    const librarian = library.as("librarian");
    const refused = [
      createWorkflow(desk, librarian, { definition: fines }),
      saveDraft(desk, librarian, { id: "loans", definition: fines }),
      readWorkflow(desk, librarian, { id: "loans" }),
      listWorkflows(desk, librarian),
      publishDraft(desk, librarian, { id: "loans" }),
      rollbackWorkflow(desk, librarian, { id: "loans" }),
    ];
    for (const each of refused) expect((await refusalOf(each)).code).toBe("administrators-only");
  });

  test("lint speaks of the draft, or of what is being typed; errors forbid publishing", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const lost: WorkflowDefinition = {
      ...fines,
      machine: { initial: "due", states: { due: { on: { PAY: "nowhere" } } } },
    };
    await createWorkflow(desk, admin, { definition: lost });
    const { errors } = await lintDraft(desk, admin, { id: "fines" });
    expect(errors.map((error) => error.code)).toContain("unknown-target");
    const refused = await refusalOf(publishDraft(desk, admin, { id: "fines", acknowledge: true }));
    expect(refused.code).toBe("unfit-definition");
    expect(refused.reasons?.map((reason) => reason.code)).toContain("unknown-target");
    expect(desk.registry.type("fines")).toBeUndefined();
    expect((await lintDraft(desk, admin, { id: "fines", definition: fines })).errors).toEqual([]);
    const shape = await lintDraft(desk, admin, { id: "fines", definition: { ...fines, machine: { states: 3 } } });
    expect(shape.errors).toMatchObject([{ code: "shape", path: "/machine/states" }]);
  });

  test("warnings are to be acknowledged", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    const { states } = fines.machine;
    const lonely = { ...fines, machine: { initial: "due", states: { ...states, island: { on: { PAY: "paid" } } } } };
    await createWorkflow(desk, admin, { definition: lonely });
    const refused = await refusalOf(publishDraft(desk, admin, { id: "fines" }));
    expect(refused.code).toBe("warnings-to-acknowledge");
    expect(refused.reasons?.length).toBeGreaterThan(0);
    expect(await publishDraft(desk, admin, { id: "fines", acknowledge: true })).toMatchObject({ version: 1 });
  });

  test("the difference between the draft and what is in force is told in sentences", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    await publishFines(opened);
    await saveDraft(desk, admin, { id: "fines", definition: withReminder });
    const changes = await diffDraft(desk, admin, { id: "fines" });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((change) => change.message.length > 0)).toBe(true);
    expect(await diffDraft(desk, admin, { id: "fines", definition: fines })).toEqual([]);
  });

  test("a draft can be thrown away", async () => {
    await using database = await open();
    const { desk, admin } = await openDesk(database);
    await createWorkflow(desk, admin, { definition: fines });
    await discardDraft(desk, admin, "fines");
    expect((await listWorkflows(desk, admin)).map((each) => each.id)).toEqual(["loans", "reservations", "visits"]);
    expect((await refusalOf(discardDraft(desk, admin, "fines"))).code).toBe("no-draft");
  });

  test("a draft that began from a version that is no longer the last is not published over it", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    await publishFines(opened);
    await publishFines(opened, withReminder);
    await saveDraft(desk, admin, { id: "fines", definition: fines });
    await desk.store.publish([
      {
        kind: "workflow",
        id: "fines",
        version: 3,
        definition: withReminder,
        publishedAt: desk.clock.now(),
        publishedBy: "someone else",
        source: null,
      },
    ]);
    const draft = { kind: "workflow", id: "fines", basedOn: 2, savedAt: desk.clock.now(), savedBy: "admin" } as const;
    await desk.store.saveDraft({ ...draft, definition: fines });
    expect((await refusalOf(publishDraft(desk, admin, { id: "fines" }))).code).toBe("published-in-between");
    const stale = saveDraft(desk, admin, { id: "fines", definition: fines, basedOn: 2 });
    expect((await refusalOf(stale)).code).toBe("published-in-between");
  });

  test("an edit of a case keeps to the version of the case", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const loan = await newLoan(library);
    const current = await readWorkflow(desk, admin, { id: "loans" });
    await saveDraft(desk, admin, {
      id: "loans",
      definition: { ...current, title: { fr: "Emprunts", en: "Borrowings" } },
    });
    await publishDraft(desk, admin, { id: "loans", acknowledge: true });
    const edited = await updateRecord(library.office, library.as("desk"), {
      type: "loans",
      id: idOf(loan),
      data: { dueOn: "2026-04-01" },
    });
    expect(edited).toMatchObject({ dueOn: "2026-04-01", workflowVersion: 1, version: 2 });
  });
});
