import { expect, test } from "vitest";
import { caseTimers } from "../../../server/domain/cases/case-timers.ts";
import { sendEvent } from "../../../server/domain/cases/send-event.ts";
import { moveCases } from "../../../server/domain/definitions/workflows/move-cases.ts";
import { publishDraft } from "../../../server/domain/definitions/workflows/publish-draft.ts";
import { saveDraft } from "../../../server/domain/definitions/workflows/save-draft.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { readRecord } from "../../../server/domain/records/read-record.ts";
import { eachDatabase } from "../../support/databases.ts";
import { morning } from "../../support/library-office/open-library.ts";
import { idOf, newLoan, refusalOf } from "../cases/library-story.ts";
import { loansWith, renamed } from "./changed-loans.ts";
import { openDesk } from "./open-desk.ts";

eachDatabase((open) => {
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

  test("a case that left its stage while the others were moved was counted as moved", async () => {
    await using database = await open();
    const opened = await openDesk(database);
    const { desk, admin, library } = opened;
    const { office } = library;
    const [hasty] = [await newLoan(library), await newLoan(library)];
    await saveDraft(desk, admin, { id: "loans", definition: await renamed(opened) });
    await publishDraft(desk, admin, { id: "loans", acknowledge: true });
    const list: typeof office.reader.list = async (query) => {
      const page = await office.reader.list(query);
      await sendEvent(office, admin, { type: "loans", id: idOf(hasty), body: { type: "SUSPEND" } });
      return page;
    };
    const meanwhile = { ...desk, office: { ...office, reader: { ...office.reader, list } } };
    const move = { id: "loans", version: 2, mapping: { "out.reading": "out.home" }, timers: {} };
    expect(await moveCases(meanwhile, admin, move)).toEqual({ moved: 1, left: [] });
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
