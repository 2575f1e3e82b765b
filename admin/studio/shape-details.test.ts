import { expect, test } from "vitest";
import { compileWorkflow } from "../../server/engine/definition/compile-workflow.ts";
import { tools } from "../../server/engine/testing/loans.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { atCreation, withCaseField, withDeadline } from "./shape-details.ts";
import { withRule } from "./shape-rules.ts";

const small: WorkflowDefinition = {
  id: "repairs",
  title: "Repairs",
  machine: {
    initial: "open",
    states: { open: { on: { CLOSE: "closed", LEND: [{ target: "closed" }] } }, closed: { type: "final" } },
  },
};

test("a field is asked by the forms of its actions alone, or when the case is created", () => {
  const noted = withCaseField(small, { titleFr: "Date de retour", kind: "date", askedBy: ["CLOSE"], required: true });
  const field = {
    type: "string",
    format: "date",
    "x-title": { fr: "Date de retour", en: "Date de retour" },
  };
  expect(noted.schema?.properties).toEqual({ dateDeRetour: field });
  expect(noted.forms).toEqual({
    CLOSE: { type: "object", properties: { dateDeRetour: field }, required: ["dateDeRetour"] },
  });
  expect(noted.create?.form).toEqual({ type: "object", properties: {} });
  const first = withCaseField(small, { titleFr: "Nom", kind: "text", askedBy: [atCreation], required: true });
  expect(first.schema?.required).toEqual(["nom"]);
  expect(first.create).toBeUndefined();
  const both = withCaseField(noted, { titleFr: "Date de retour", kind: "text", askedBy: [atCreation] });
  expect(both.create?.form).toMatchObject({ properties: { dateDeRetour2: { type: "string" } } });
  for (const each of [noted, first, both]) expect(() => compileWorkflow(each, 1, tools)).not.toThrow();
});

test("a rule stands on every transition of its actions, beside the rules that are there", () => {
  const field = withCaseField(small, { titleFr: "Rendu", kind: "boolean" });
  const asked = { titleFr: "Attendez le retour.", events: ["CLOSE"], field: "rendu" };
  const once = withRule(field, asked);
  expect(once.machine.states?.["open"]?.on?.["CLOSE"]).toMatchObject({
    target: "closed",
    guard: { type: "schema", params: { field: "rendu", message: { fr: "Attendez le retour." } } },
  });
  expect(once.machine.states?.["open"]?.on?.["LEND"]).toEqual([{ target: "closed" }]);
  const twice = withRule(once, { ...asked, events: ["CLOSE", "LEND"] });
  expect(twice.machine.states?.["open"]?.on?.["CLOSE"]).toMatchObject({ guard: { type: "all" } });
  expect(() => compileWorkflow(twice, 1, tools)).not.toThrow();
});

test("a deadline moves the case or asks for a task, in days or working days, beside those that are there", () => {
  const moving = withDeadline(small, { from: ["open"], count: 30, unit: "days", outcome: "move", to: "closed" });
  const tasked = withDeadline(moving, { from: ["open"], count: 30, unit: "days", outcome: "task", taskFr: "Relancer" });
  const working = withDeadline(tasked, {
    from: ["open"],
    count: 5,
    unit: "workingDays",
    outcome: "task",
    taskFr: "Appeler",
    taskEn: "Call",
  });
  expect(working.machine.states?.["open"]?.after).toMatchObject({
    P30D: { target: "#repairs.closed" },
    P30D2: { actions: { type: "task", params: { title: { fr: "Relancer" } } } },
    "working-days-5": { actions: { params: { title: { fr: "Appeler", en: "Call" } } } },
  });
  expect(working.delays).toEqual({
    P30D2: { duration: "P30D" },
    "working-days-5": { duration: "P5D", workingDays: true },
  });
  expect(() => compileWorkflow(working, 1, tools)).not.toThrow();
});
