import { describe, expect, it } from "vitest";
import { compileWorkflow } from "../definition/compile-workflow.ts";
import { facts, loans, tools } from "../testing/loans.ts";
import { beginTrial, nextTimer, sendInTrial, type Trial } from "./trial.ts";

const workflow = compileWorkflow(loans, 1, tools);
const data = { memberId: "m1", title: "Nadja" };

function begun(answer: ReturnType<typeof beginTrial>): Trial {
  if ("refusal" in answer) throw new Error(answer.reasons.map(({ message }) => message).join(" "));
  return answer;
}

describe("a trial", () => {
  it("begins in the first stage, with its timers, and remembers each step", () => {
    const trial = begun(beginTrial(workflow, data, facts));
    expect(trial.current.stage).toBe("reserved");
    expect(trial.steps).toMatchObject([{ at: facts.now, event: null, to: "reserved" }]);
  });

  it("goes on by the timer that is due next, on its own clock", () => {
    const trial = begun(beginTrial(workflow, data, facts));
    const timer = nextTimer(trial);
    if (!timer) throw new Error("Nothing waits");
    const expired = begun(sendInTrial(workflow, trial, { event: timer.event, facts: { ...facts, now: timer.dueAt } }));
    expect(expired.current.stage).toBe("cancelled");
    expect(expired.steps).toHaveLength(2);
    expect(nextTimer(expired)).toBeNull();
  });

  it("says why a creation or an event is refused, and stays as it was", () => {
    expect(beginTrial(workflow, { memberId: "m1" }, facts)).toMatchObject({ refusal: "record" });
    const trial = begun(beginTrial(workflow, data, facts));
    const event = { type: "LEND", payload: {}, source: "person" } as const;
    expect(sendInTrial(workflow, trial, { event, facts })).toMatchObject({ refusal: "form" });
  });
});
