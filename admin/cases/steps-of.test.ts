import { expect, test } from "vitest";
import type { ServedStage } from "../../server/http/api-types.ts";
import { stepsOf } from "./steps-of.ts";

const stage = (path: string, tags: readonly string[] = []): ServedStage => ({
  path,
  title: path.toUpperCase(),
  tags,
  parent: path.includes(".") ? (path.split(".")[0] ?? null) : null,
  order: 0,
  leaf: true,
  final: false,
});
const stages = [stage("asked"), stage("lent"), stage("lent.late"), stage("back"), stage("paused", ["aside"])];
const told = (current: string) => stepsOf(stages, current).map(({ stage: { path }, place }) => `${path} ${place}`);

test("what comes before the stage of the case is behind it, what comes after is before it", () => {
  expect(told("lent")).toEqual(["asked behind", "lent here", "back before"]);
});

test("a stage inside another names itself beside it", () => {
  expect(stepsOf(stages, "lent.late").find(({ place }) => place === "here")?.inside).toBe("LENT.LATE");
});

test("a stage beside the way is shown only while the case is in it, and claims nothing of the way", () => {
  expect(told("paused")).toEqual(["asked before", "lent before", "back before", "paused here"]);
});
