import { expect, test } from "vitest";
import { createMachine } from "xstate";
import type { StateDefinition } from "../../plugin-api/workflow-definition.ts";
import { library } from "../testing/lint.ts";
import { testValidator } from "../testing/test-validator.ts";
import { compileWorkflow } from "./compile-workflow.ts";
import { lintWorkflow } from "./lint-workflow.ts";
import { parseWorkflow } from "./parse-definition.ts";

test("what XState exports as JSON runs: ids as targets, in lists, initial ones too, beside lists that are empty", () => {
  const machine = createMachine({
    id: "desk",
    initial: "asked",
    states: {
      asked: { initial: "one", states: { one: { on: { NEXT: { target: "two", reenter: true } } }, two: {} } },
      closed: { type: "final" },
    },
    on: { END: ".closed" },
  });
  const exported: StateDefinition = JSON.parse(JSON.stringify(machine));
  const definition = { id: "desks", title: "Desks", machine: exported };
  expect(parseWorkflow(definition, testValidator, "en")).toMatchObject({ ok: true });
  expect(lintWorkflow(definition, library).errors).toEqual([]);
  const compiled = compileWorkflow(definition, 1, { validator: testValidator, guards: {} });
  const judge = { holds: () => true, resolve: () => ({}) };
  const begun = compiled.machine.start(judge);
  const next = compiled.machine.step(begun.position, "NEXT", judge);
  const ended = compiled.machine.step(next.position, "END", judge);
  expect([begun, next, ended].map(({ standing }) => standing.stage)).toEqual(["asked.one", "asked.two", "closed"]);
});
