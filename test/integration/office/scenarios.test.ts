import { describe, expect, it } from "vitest";
import {
  compiled,
  type Scenario,
  ScenarioPlayer,
  type ScenarioStep,
  scenariosOf,
  type Told,
  workflowIds,
} from "./scenario.ts";

describe.each(workflowIds())("the scenarios of %s", (id) => {
  const workflow = compiled(id);

  it.each(scenariosOf(id).map((scenario) => [scenario.title, scenario] as const))("%s", (_title, scenario) => {
    const player = new ScenarioPlayer(workflow, scenario);
    expectTold(player.create(scenario.case), { stage: scenario.stage, refused: scenario.refused }, "creation");
    for (const [n, step] of (scenario.steps ?? []).entries()) {
      expectTold(player.play(step), step, `step ${n + 1}: ${step.event ?? step.day ?? "facts"}`);
    }
  });

  it("pass through every stage", () => {
    const passed = new Set(scenariosOf(id).flatMap(stagesPassed));
    const leaves = workflow.stages.filter((stage) => stage.leaf).map((stage) => stage.path);
    expect(leaves.filter((path) => !passed.has(path))).toEqual([]);
  });
});

function stagesPassed({ stage, steps = [] }: Scenario): readonly string[] {
  return [stage, ...steps.map((step) => step.stage)].filter((each) => each !== undefined);
}

interface Expected extends Pick<ScenarioStep, "effects" | "case"> {
  readonly stage?: string | undefined;
  readonly refused?: string | undefined;
}

function expectTold(told: Told, expected: Expected, where: string): void {
  expect(told.refused, where).toEqual(expected.refused === undefined ? [] : expect.arrayContaining([expected.refused]));
  if (expected.stage !== undefined) expect(told.stage, where).toBe(expected.stage);
  if (expected.effects !== undefined) expect(told.effects, where).toEqual(expected.effects);
  for (const [field, value] of Object.entries(expected.case ?? {})) {
    expect(told.data[field] ?? null, `${where}: ${field}`).toEqual(value);
  }
}
