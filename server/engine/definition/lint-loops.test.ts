import { describe, expect, it } from "vitest";
import type { StateDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { library, lintStates } from "../testing/lint.ts";
import { lintWorkflow } from "./lint-workflow.ts";

/** Errors first, `warned` before the others; only those about loops. */
function loopsIn(states: { readonly [name: string]: StateDefinition }, over: Partial<WorkflowDefinition> = {}) {
  const { errors, warnings } = lintStates(states, over);
  const all = [
    ...errors.map(({ code, path }) => `${code} ${path}`),
    ...warnings.map((each) => `warned ${each.code} ${each.path}`),
  ];
  return all.filter((each) => each.includes("-loop")).map((each) => each.replace("/machine/states", ""));
}

const guard = "open";

describe("delays that are over at once", () => {
  it("are an error where nothing can end the loop that they make", () => {
    const again = { target: "a", reenter: true };
    expect(loopsIn({ a: { after: { PT0S: again } } })).toEqual(["endless-loop /a/after/PT0S"]);
    expect(loopsIn({ a: { after: { "0": again } } })).toEqual(["endless-loop /a/after/0"]);
    expect(loopsIn({ a: { after: { "-P1D": again } } })).toEqual(["endless-loop /a/after/-P1D"]);
    expect(
      loopsIn({ a: { after: { now: again } } }, { delays: { now: { duration: "P0D", workingDays: true } } }),
    ).toEqual(["endless-loop /a/after/now"]);
  });

  it("are found over several stages, and mixed with always", () => {
    expect(loopsIn({ a: { after: { PT0S: "b" } }, b: { after: { PT30S: "c" } }, c: { after: { PT0S: "a" } } })).toEqual(
      ["endless-loop /a/after/PT0S"],
    );
    expect(loopsIn({ a: { after: { PT0S: "b" } }, b: { always: "a" } })).toEqual(["endless-loop /a/after/PT0S"]);
    const nested = { initial: "x", states: { x: { after: { PT0S: "#test.b.y" } } } };
    expect(
      loopsIn({ a: { on: { GO: "b" } }, b: { initial: "x", states: { ...nested.states, y: { always: "x" } } } }),
    ).toEqual(["endless-loop /b/states/x/after/PT0S"]);
  });

  it("are only warned of where an event, another deadline or a region could end it", () => {
    const again = { target: "a", reenter: true };
    expect(loopsIn({ a: { after: { PT0S: again }, on: { STOP: "b" } }, b: {} })).toEqual([
      "warned timer-loop /a/after/PT0S",
    ]);
    expect(loopsIn({ a: { after: { PT0S: again, P1D: "b" } }, b: {} })).toEqual(["warned timer-loop /a/after/PT0S"]);
    expect(
      loopsIn({
        a: { type: "parallel", states: { x: { after: { PT0S: "#test.a" } }, y: { after: { P1D: "#test.b" } } } },
        b: {},
      }),
    ).toEqual(["warned timer-loop /a/states/x/after/PT0S"]);
  });

  it("are only warned of where rules hold them back", () => {
    const ruled = { target: "a", reenter: true, guard };
    expect(loopsIn({ a: { after: { PT0S: ruled } } })).toEqual(["warned possible-loop /a/after/PT0S"]);
    expect(loopsIn({ a: { after: { PT0S: [ruled, "b"] } }, b: {} })).toEqual(["warned possible-loop /a/after/PT0S/0"]);
    expect(
      loopsIn({ a: { after: { PT0S: "b" } }, b: { always: [{ target: "c", guard }, { target: "a" }] }, c: {} }),
    ).toEqual(["warned possible-loop /a/after/PT0S"]);
  });

  it("are left alone where no stage is entered again, or the way is a longer one", () => {
    expect(loopsIn({ a: { after: { PT0S: "a" } } })).toEqual([]);
    expect(loopsIn({ a: { after: { PT0S: "b" } }, b: { after: { P1D: "a" } } })).toEqual([]);
    expect(loopsIn({ a: { after: { PT1M: { target: "a", reenter: true } } } })).toEqual([]);
    expect(loopsIn({ a: { after: { PT0S: ".x" }, initial: "x", states: { x: {} } } })).toEqual([]);
    expect(loopsIn({ a: { after: { PT0S: { actions: { type: "notify" } } } } })).toEqual([]);
  });
});

describe("delays that take their date from a field", () => {
  const schema = { type: "object" as const, properties: { dueOn: { type: "string", format: "date" } } } as const;
  const over = { schema, delays: { due: { field: "dueOn" }, later: { field: "dueOn", duration: "P7D" } } };

  it("are warned of where a past date brings the case back to them", () => {
    expect(loopsIn({ a: { after: { due: { target: "a", reenter: true } } } }, over)).toEqual([
      "warned date-loop /a/after/due",
    ]);
    expect(loopsIn({ a: { after: { due: "b" } }, b: { after: { PT0S: "c" } }, c: { always: "a" } }, over)).toEqual([
      "warned date-loop /a/after/due",
    ]);
  });

  it("are left alone where a rule, another date or a longer wait ends it", () => {
    const moved = { type: "set", params: { dueOn: { $date: "$today", plus: "P7D" } } };
    expect(loopsIn({ a: { after: { due: { target: "a", reenter: true, guard } } } }, over)).toEqual([]);
    expect(loopsIn({ a: { after: { due: { target: "a", reenter: true, actions: moved } } } }, over)).toEqual([]);
    expect(loopsIn({ a: { entry: moved, after: { due: "b" } }, b: { always: "a" } }, over)).toEqual([]);
    expect(loopsIn({ a: { after: { later: "b" } }, b: { after: { P1D: "a" } } }, over)).toEqual([]);
  });
});

it("says what to do in both languages", () => {
  const machine = {
    initial: "a",
    states: {
      a: { meta: { title: { fr: "Tri", en: "Sorting" } }, after: { PT0S: "b" }, on: { STOP: "b" } },
      b: { meta: { title: { fr: "Attente", en: "Waiting" } }, after: { PT0S: "a" } },
    },
  };
  const said = (language: "fr" | "en") => {
    const { warnings } = lintWorkflow(
      { id: "test", title: { fr: "Essai", en: "Test" }, machine },
      { ...library, language },
    );
    return warnings.find(({ code }) => code === "timer-loop")?.message;
  };
  expect(said("en")).toMatch(/lead back to where they began: Sorting → Waiting → Sorting\. .* Give one a longer delay/);
  expect(said("fr")).toMatch(/ramènent au point de départ : Tri → Attente → Tri\. .* Allongez un délai/);
});
