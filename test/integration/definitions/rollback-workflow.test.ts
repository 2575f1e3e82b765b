import { expect, test } from "vitest";
import { explainActions } from "../../../server/domain/cases/explain-actions.ts";
import { publishDraft } from "../../../server/domain/definitions/workflows/publish-draft.ts";
import { readDraft } from "../../../server/domain/definitions/workflows/read-draft.ts";
import { readWorkflow } from "../../../server/domain/definitions/workflows/read-workflow.ts";
import { rollbackWorkflow } from "../../../server/domain/definitions/workflows/rollback-workflow.ts";
import { saveDraft } from "../../../server/domain/definitions/workflows/save-draft.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { idOf, refusalOf } from "../cases/library-story.ts";
import { fines, publishFines, withReminder } from "./fines.ts";
import { openDesk } from "./open-desk.ts";

eachDatabase((open) => {
  test("going back makes the earlier definition the next version", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    await publishFines(opened);
    expect((await refusalOf(rollbackWorkflow(desk, admin, { id: "fines" }))).code).toBe("no-earlier-version");
    await publishFines(opened, withReminder);
    expect(await rollbackWorkflow(desk, admin, { id: "fines" })).toMatchObject({ id: "fines", version: 3 });
    expect(await readWorkflow(desk, admin, { id: "fines" })).toEqual(fines);
    expect(await rollbackWorkflow(desk, admin, { id: "fines", version: 2 })).toMatchObject({ id: "fines", version: 4 });
    expect((await refusalOf(rollbackWorkflow(desk, admin, { id: "fines", version: 99 }))).code).toBe("unknown-version");
  });

  test("going back threw away the draft that somebody was working on", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin } = opened;
    await publishFines(opened);
    await publishFines(opened, withReminder);
    const draft = { ...withReminder, title: "Penalties" };
    await saveDraft(desk, admin, { id: "fines", definition: draft });
    await rollbackWorkflow(desk, admin, { id: "fines" });
    expect(await readDraft(desk, admin, "fines")).toMatchObject({ definition: draft, basedOn: 2 });
    const late = publishDraft(desk, admin, { id: "fines", acknowledge: true });
    expect((await refusalOf(late)).code).toBe("published-in-between");
  });

  test("cases that had been taken to a version could not be brought back with it", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    await publishFines(opened);
    const fine = await createRecord(library.office, library.as("desk"), { type: "fines", data: {} });
    const mapping = { due: "due" };
    await saveDraft(desk, admin, { id: "fines", definition: withReminder });
    await publishDraft(desk, admin, { id: "fines", acknowledge: true, mapping });
    const back = await rollbackWorkflow(desk, admin, { id: "fines", mapping });
    expect(back).toEqual({ id: "fines", version: 3, cases: { moved: 1, left: [] } });
    const events = await explainActions(library.office, library.as("desk"), { type: "fines", id: idOf(fine) });
    expect(events.map((offer) => offer.event)).toEqual(["PAY"]);
    const nowhere = rollbackWorkflow(desk, admin, { id: "fines", mapping: { due: "lost" } });
    expect((await refusalOf(nowhere)).code).toBe("unknown-stage");
  });
});
