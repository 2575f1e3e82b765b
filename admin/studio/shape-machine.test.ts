import { expect, test } from "vitest";
import { compileWorkflow } from "../../server/engine/definition/compile-workflow.ts";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import { loans, tools } from "../../server/engine/testing/loans.ts";
import { withAction, withStage } from "./shape-machine.ts";

test("a stage that is added stands last, with its title, on the board too", () => {
  const shaped = withStage(
    { ...loans, board: { columns: ["reserved", "lent"] } },
    { titleFr: "À relancer", color: "amber" },
  );
  expect(shaped.machine.states?.["a-relancer"]).toEqual({
    meta: { title: { fr: "À relancer", en: "À relancer" }, color: "amber" },
  });
  expect(shaped.board?.columns).toEqual(["reserved", "lent", "a-relancer"]);
  expect(withStage(shaped, { titleFr: "À relancer" }).machine.states).toHaveProperty("a-relancer2");
});

test("a stage that is added stood after those that cases end in, on the page of a case too", () => {
  const machine = { initial: "open", states: { open: {}, closed: { type: "final" } } } as const;
  const shaped = withStage({ id: "repairs", title: "Repairs", machine }, { titleFr: "Prêté" });
  expect(Object.keys(shaped.machine.states ?? {})).toEqual(["open", "prete", "closed"]);
  const ended = withStage(shaped, { titleFr: "Perdu", final: true });
  expect(Object.keys(ended.machine.states ?? {})).toEqual(["open", "prete", "closed", "perdu"]);
});

test("an action that is added leads from each of its stages to the other, inner ones too, and the machine still compiles", () => {
  const staged = withStage(loans, { titleFr: "Perdu", final: true });
  const inner = stagesOf(staged).find(({ path }) => path.startsWith("lent."))?.path ?? "";
  const shaped = withAction(staged, {
    titleFr: "Déclarer perdu",
    titleEn: "Declare lost",
    from: ["reserved", inner],
    to: "perdu",
  });
  const on = {
    DECLARER_PERDU: { target: "#loans.perdu", meta: { title: { fr: "Déclarer perdu", en: "Declare lost" } } },
  };
  expect(shaped.machine.states?.["reserved"]?.on).toMatchObject(on);
  expect(shaped.machine.states?.["lent"]?.states?.[inner.slice("lent.".length)]?.on).toMatchObject(on);
  expect(() => compileWorkflow(shaped, 1, tools)).not.toThrow();
});
