import { expect, test } from "vitest";
import { compileWorkflow } from "../../server/engine/definition/compile-workflow.ts";
import { loans, tools } from "../../server/engine/testing/loans.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { stageUse } from "./reshape-machine.ts";
import { answersNow, reshaped, withoutPart } from "./reshape-part.ts";
import { withDeadline } from "./shape-details.ts";
import { rulesOf, withRule } from "./shape-rules.ts";
import type { KnownPart } from "./shape-schema.ts";

/** What the form begins with, changed there, and the definition that comes of it, which compiles. */
function change(definition: WorkflowDefinition, part: KnownPart, answers: object): WorkflowDefinition {
  const next = reshaped(part, definition, { ...answersNow(part, definition), ...answers });
  expect(() => compileWorkflow(next, 1, tools)).not.toThrow();
  return next;
}

const lend = { what: "action", place: { from: "reserved", cause: "on", name: "LEND", n: 0 } } as const;
const seven = { what: "deadline", place: { from: "reserved", cause: "after", name: "P7D", n: 0 } } as const;

test("a form that changes nothing leaves what it shows as it was", () => {
  const parts: KnownPart[] = [{ what: "stage", path: "reserved" }, { what: "stage", path: "lent.late" }, lend, seven];
  for (const part of parts) expect(change(loans, part, {})).toEqual(loans);
});

test("a stage is renamed, recoloured and moved among its siblings, on the board too", () => {
  const board = { ...loans, board: { columns: ["reserved", "lent", "returned"] } };
  const next = change(
    board,
    { what: "stage", path: "reserved" },
    { titleFr: "Mis de côté", color: "red", behind: "lent" },
  );
  expect(next.machine.states?.["reserved"]?.meta).toMatchObject({ title: { fr: "Mis de côté" }, color: "red" });
  expect(Object.keys(next.machine.states ?? {})).toEqual(["lent", "reserved", "returned", "cancelled"]);
  expect(next.board?.columns).toEqual(["lent", "reserved", "returned"]);
});

test("a stage goes with what leads to it, and not where cases begin", () => {
  expect(stageUse(loans, "reserved").isBeginning).toBe(true);
  expect(stageUse(loans, "lent.running").isBeginning).toBe(true);
  expect(stageUse(loans, "cancelled").leadingTo.map(({ name }) => name)).toEqual(["CANCEL", "P7D"]);
  const next = withoutPart({ what: "stage", path: "cancelled" }, loans);
  expect(Object.keys(next.machine.states ?? {})).toEqual(["reserved", "lent", "returned"]);
  expect(Object.keys(next.machine.states?.["reserved"] ?? {})).toEqual(["meta", "on"]);
  expect(Object.keys(next.machine.states?.["reserved"]?.on ?? {})).toEqual(["LEND"]);
  expect(() => compileWorkflow(next, 1, tools)).not.toThrow();
});

test("an action leads elsewhere under another name, for other roles, with its rule and what it does kept", () => {
  const next = change(loans, lend, { titleEn: "Hand over", to: "returned", roles: ["librarian"] });
  const before = loans.machine.states?.["reserved"]?.on?.["LEND"];
  expect(next.machine.states?.["reserved"]?.on?.["LEND"]).toEqual({
    ...(before as object),
    target: "#loans.returned",
    meta: { title: { fr: "Prêter", en: "Hand over" }, primary: true },
  });
  expect(next.permissions?.events).toEqual({ LEND: ["librarian"] });
  expect(change(next, lend, { roles: [] }).permissions?.events).toEqual({});
  expect(withoutPart(lend, loans).machine.states?.["reserved"]?.on).toEqual({ CANCEL: "cancelled" });
});

test("a deadline takes another length or does something else; one by a date of the case keeps its date", () => {
  const months = change(loans, seven, { count: 2, unit: "months" });
  expect(months.machine.states?.["reserved"]?.after).toEqual({ P2M: { target: "cancelled" } });
  const working = change(loans, seven, { unit: "workingDays", outcome: "task", taskFr: "Relancer" });
  expect(working.delays?.["working-days-7"]).toEqual({ duration: "P7D", workingDays: true });
  const after = working.machine.states?.["reserved"]?.after?.["working-days-7"];
  expect(after).toMatchObject({ actions: { type: "task", params: { title: { fr: "Relancer" } } } });
  const overdue = { what: "deadline", place: { from: "lent.running", cause: "after", name: "overdue", n: 0 } } as const;
  const later = change(loans, overdue, { count: 3 });
  expect(later.delays).toEqual({ P3D: { field: "dueOn", duration: "P3D", title: loans.delays?.["overdue"]?.title } });
  expect(withoutPart(overdue, loans).delays).toBeUndefined();
  const twice = withDeadline(loans, { from: ["lent"], count: 7, unit: "days", outcome: "move", to: "returned" });
  expect(Object.keys(twice.machine.states?.["lent"]?.after ?? {})).toEqual(["P7D2"]);
});

test("a rule by a date or a number is made, changed and removed beside a rule that no form can say, which stays", () => {
  const count = rulesOf(loans).find(({ events }) => events.includes("LEND"));
  const dated = withRule(loans, {
    events: ["LEND"],
    titleFr: "Trop tard.",
    kind: "date",
    dateField: "dueOn",
    dateIs: "onOrAfter",
    dateThan: "today",
  });
  const key = rulesOf(dated).find(({ guard }) => guard.type === "date")?.key ?? "";
  const asked = { kind: "compare", numberField: "renewals", numberIs: "<", number: 2, titleFr: "Trop de fois." };
  const compared = change(dated, { what: "rule", key }, asked);
  const rule = rulesOf(compared).find(({ guard }) => guard.type === "compare");
  expect(rule).toMatchObject({ events: ["LEND"], guard: { params: { left: "case.renewals", is: "<", right: 2 } } });
  expect(rulesOf(compared)).toContainEqual(count);
  expect(withoutPart({ what: "rule", key: rule?.key ?? "" }, compared)).toEqual(loans);
  const said = change(loans, { what: "rule", key: count?.key ?? "" }, { titleFr: "Non.", titleEn: "No." });
  const params = { ...count?.guard.params, message: { fr: "Non.", en: "No." } };
  expect(rulesOf(said).map(({ guard }) => guard)).toContainEqual({ type: "count", params });
});
