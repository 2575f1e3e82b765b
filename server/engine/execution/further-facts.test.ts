import { describe, expect, it } from "vitest";
import type { GuardDefinition, StateDefinition } from "../../plugin-api/workflow-definition.ts";
import { accepted, compileMachineOf, create, event, facts } from "../testing/loans.ts";
import { decide } from "./decide.ts";
import { decideCreation } from "./decide-creation.ts";
import type { Facts } from "./facts.ts";
import { furtherFacts } from "./further-facts.ts";
import { neededFacts, type Question } from "./needed-facts.ts";

const full = (shelf: string): GuardDefinition => ({
  type: "count",
  params: { type: "books", filter: { shelf }, is: ">=", than: 3 },
});

/** A book is put on the shelf of its form, then on the next ones as long as these are full. */
const machine: StateDefinition = {
  initial: "arrived",
  states: {
    arrived: { on: { SHELVE: { target: "first", actions: { type: "set", params: { shelf: "A" } } } } },
    first: {
      always: { target: "second", guard: full("$case.shelf"), actions: { type: "set", params: { shelf: "B" } } },
    },
    second: { always: { target: "cellar", guard: full("$case.shelf") } },
    cellar: {},
  },
};
const schema = { type: "object", properties: { shelf: { type: "string" } } } as const;
const workflow = compileMachineOf(machine, schema);

/** Counts as the office does, until nothing more is asked. Returns the shelves that were counted, round by round. */
function counted(of: typeof workflow, question: Question, books: { readonly [shelf: string]: number }) {
  const rounds: string[][] = [];
  let known: Facts = facts;
  let asked = neededFacts(of, question, facts);
  do {
    const shelves = asked.map(({ filter }) => String(filter["shelf"]));
    rounds.push(shelves);
    const counts = Object.fromEntries(asked.map(({ key }, n) => [key, books[shelves[n] ?? ""] ?? 0]));
    known = { ...known, counts: { ...known.counts, ...counts } };
    asked = furtherFacts(of, question, known);
  } while (asked.length > 0);
  return { rounds, known };
}

describe("furtherFacts", () => {
  it("counts for rules that follow by themselves by what the step has set, which were blocked for want of a count", () => {
    const current = create(workflow);
    const question = { current, event: event("SHELVE") };
    const stageWith = (books: { readonly [shelf: string]: number }) => {
      const { rounds, known } = counted(workflow, question, books);
      return { rounds, stage: accepted(decide(workflow, current, question.event, known)).after.stage };
    };
    expect(stageWith({ A: 2, B: 9 })).toEqual({ rounds: [[], ["A"]], stage: "first" });
    expect(stageWith({ A: 3, B: 2 })).toEqual({ rounds: [[], ["A"], ["B"]], stage: "second" });
    expect(stageWith({ A: 3, B: 3 })).toEqual({ rounds: [[], ["A"], ["B"]], stage: "cellar" });
  });

  it("counts so at a creation too, and asks nothing of a workflow whose following rules do not count", () => {
    const walkIn = compileMachineOf({ ...machine, initial: "first" }, schema);
    const draft = { id: "c1", data: { shelf: "C" } };
    const { rounds, known } = counted(walkIn, { draft }, { C: 3 });
    expect(rounds).toEqual([[], ["C"], ["B"]]);
    expect(accepted(decideCreation(walkIn, draft, known)).after.stage).toBe("second");
    const plain = compileMachineOf({ initial: "a", states: { a: {} } }, schema);
    expect(furtherFacts(plain, { draft }, facts)).toEqual([]);
  });
});
