import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { StateDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { found, library, lintLoans, lintStates } from "../testing/lint.ts";
import { loans } from "../testing/loans.ts";
import { lintWorkflow } from "./lint-workflow.ts";

function warningsIn(states: { [name: string]: StateDefinition }) {
  return found(lintStates(states).warnings);
}

describe("warnings", () => {
  it("finds stages that nothing leads to, and those that lead nowhere", () => {
    expect(
      warningsIn({ a: { on: { GO: "b" } }, b: {}, c: { initial: "d", states: { d: {} } }, e: { tags: "closed" } }),
    ).toEqual([
      "dead-end /machine/states/b",
      "unreachable-stage /machine/states/c",
      "unreachable-stage /machine/states/e",
    ]);
  });

  it("reaches stages by ids, parents, timers, histories and regions", () => {
    expect(
      warningsIn({
        a: { after: { P1D: "#far" }, on: { BACK: "c.back" } },
        b: {
          type: "parallel",
          states: { x: { initial: "y", states: { y: { id: "far", on: { GO: "#test.a" } } } }, z: {} },
        },
        c: {
          initial: "d",
          states: { d: { on: { NEXT: "e" } }, e: { type: "final" }, back: { type: "history" } },
          onDone: "a",
        },
      }),
    ).toEqual([]);
  });

  it("finds final stages further in, which end no case, where nothing around them leads on", () => {
    const inner = { initial: "b", states: { b: { on: { GO: "end" } }, end: { type: "final" } } } as const;
    expect(warningsIn({ a: inner })).toEqual(["dead-end /machine/states/a/states/end"]);
    expect(warningsIn({ a: { ...inner, onDone: "c" }, c: { type: "final" } })).toEqual([]);
    expect(warningsIn({ a: { ...inner, on: { LEAVE: "c" } }, c: { type: "final" } })).toEqual([]);
    expect(warningsIn({ a: { ...inner, tags: "closed" } })).toEqual([]);
  });

  it("finds rules that count without the case itself, wherever they stand", () => {
    const without = { id_neq: "$case.id", status: "active" };
    const rule = (filter: JsonObject) => ({ type: "count", params: { type: "test", filter, is: "=", than: 0 } });
    const either = { type: "any", params: { guards: [rule({ status: "active" }), rule(without)] } };
    expect(
      warningsIn({
        a: { on: { GO: { target: "b", guard: rule(without) }, LEAP: { target: "b", guard: either } } },
        b: { type: "final" },
      }),
    ).toEqual([
      "counts-without-itself /machine/states/a/on/GO/guard/params/filter",
      "counts-without-itself /machine/states/a/on/LEAP/guard/params/guards/1/params/filter",
    ]);
    expect(found(lintLoans({ create: { guard: rule({ ...without, id_neq: ["$case.id"] }) } }).warnings)).toContain(
      "counts-without-itself /create/guard/params/filter",
    );
    const others = rule({ id_neq: "$case.copyId", status: "active" });
    expect(warningsIn({ a: { on: { GO: { target: "b", guard: others } } }, b: { type: "final" } })).toEqual([]);
  });

  it("finds required fields that nothing asks for in time", () => {
    const form = { type: "object" as const, properties: { memberId: {} } };
    expect(found(lintLoans({ create: { form } }).warnings)).toEqual(["required-not-collected /create/form"]);
    const asking = (source: string): WorkflowDefinition => ({
      id: "test",
      title: "Test",
      schema: { type: "object", properties: { why: { type: "string" } } },
      create: { form: { type: "object", properties: {} } },
      forms: { ASK: { type: "object", properties: { why: { type: "string" } } } },
      machine: {
        initial: "a",
        states: {
          a: { on: { GO: "b", ...(source === "a" && { ASK: "a" }) } },
          b: {
            on: {
              END: {
                target: "c",
                guard: { type: "schema", params: { schema: { properties: { case: { required: ["why"] } } } } },
              },
            },
          },
          c: { tags: "closed", on: source === "c" ? { ASK: "c" } : {} },
        },
      },
    });
    expect(found(lintWorkflow(asking("a"), library).warnings)).toEqual([]);
    expect(found(lintWorkflow(asking("c"), library).warnings)).toEqual([
      "rule-not-collected /machine/states/b/on/END/guard",
    ]);
  });

  it("finds labels that exist in French alone", () => {
    expect(found(lintLoans({ title: { fr: "Prêts" } }).warnings)).toEqual(["missing-language /title"]);
  });

  it("finds what views and rights name in vain, and what nothing uses", () => {
    const over = {
      display: "{title} {memberId|nobody}",
      list: { columns: ["title", "colour", "stage"], filters: ["memberId.town"], sort: ["size", "ASC"] as const },
      facts: ["weight"],
      board: { columns: ["reserved", "gone"], card: { "lent.late": "{dueOn} {fine}" } },
      permissions: { events: { BURN: ["admin"] } },
      delays: { ...loans.delays, never: { duration: "P1D" } },
      forms: { ...loans.forms, unused: { type: "object" as const, properties: {} } },
    };
    expect(found(lintLoans(over).warnings)).toEqual([
      "unused-delay /delays/never",
      "unused-form /forms/unused",
      "unknown-event /permissions/events/BURN",
      "unknown-field /display",
      "unknown-field /list/columns/1",
      "unknown-field /list/sort",
      "unknown-field /facts/0",
      "unknown-stage /board/columns/1",
      "unknown-field /board/card/lent.late",
    ]);
  });
});
