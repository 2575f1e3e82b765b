import type { JsonObject } from "../../plugin-api/json.ts";
import type { Judge, MachineRule } from "./machine.ts";
import type { XStateMachine, XStateStep } from "./xstate-machine.ts";

/** So many answers are kept for a machine; one that asks for more learns some of its steps again. */
const mostAnswers = 10_000;
/** In characters. Where a machine takes events of any name (`*`), whoever sends one chooses how long that is. */
const longestKey = 2000;

/**
 * The machine, which asks XState for each of its steps once. A step depends on nothing but the position, the event and
 * what the judge answers on the way: where all of that comes again, so does the step, in a twentieth of the time.
 *
 *     position, event ──▶ rule ──holds──▶ set ──▶ rule ──holds──▶ the step
 *                          └────fails──▶ the step   └────fails──▶ not known: XState is asked, and the way is kept
 */
export function learnedSteps(xstate: XStateMachine): XStateMachine {
  const ways = new Map<string, Way>();
  let answers = 0;
  const stepBy = (key: string, judge: Judge, ask: (judge: Judge) => XStateStep): XStateStep => {
    if (key.length > longestKey) return ask(judge);
    const known = go(ways.get(key), judge);
    if (known !== null) return known;
    const { step, asked } = overheard(judge, ask);
    const { position, requests } = step;
    if (answers > mostAnswers) {
      ways.clear();
      answers = 0;
    }
    ways.set(key, withWay(ways.get(key), asked, { position, requests }));
    answers += asked.length + 1;
    return step;
  };
  return {
    start: (judge) => stepBy("", judge, xstate.start),
    step: (position, event, judge) => {
      const key = JSON.stringify([position.state, position.remembered, event]);
      return stepBy(key, judge, (overhearing) => xstate.step(position, event, overhearing));
    },
    resolve: xstate.resolve,
  };
}

/** Where a way ends. What was set on it is each case's own: nothing of a case is kept. */
type End = Omit<XStateStep, "patch">;

/** What the judge is asked next, and where each answer leads. */
type Way =
  | { readonly ask: "rule"; readonly rule: MachineRule; readonly holds?: Way; readonly fails?: Way }
  | { readonly ask: "set"; readonly assignments: JsonObject; readonly next: Way }
  | { readonly ask: "nothing"; readonly end: End };

type Asked =
  | { readonly ask: "rule"; readonly rule: MachineRule; readonly answer: "holds" | "fails" }
  | { readonly ask: "set"; readonly assignments: JsonObject };

/** The step at the end of the way; null where an answer leads where nobody has been. */
function go(from: Way | undefined, judge: Judge): XStateStep | null {
  let way = from;
  let patch: JsonObject = {};
  while (way !== undefined) {
    if (way.ask === "nothing") return { ...way.end, patch };
    if (way.ask === "rule") {
      way = judge.holds(way.rule, patch) ? way.holds : way.fails;
    } else {
      patch = { ...patch, ...judge.resolve(way.assignments, patch) };
      way = way.next;
    }
  }
  return null;
}

function overheard(judge: Judge, ask: (judge: Judge) => XStateStep) {
  const asked: Asked[] = [];
  const step = ask({
    holds: (rule, patch) => {
      const holds = judge.holds(rule, patch);
      asked.push({ ask: "rule", rule, answer: holds ? "holds" : "fails" });
      return holds;
    },
    resolve: (assignments, patch) => {
      asked.push({ ask: "set", assignments });
      return judge.resolve(assignments, patch);
    },
  });
  return { step, asked };
}

function withWay(known: Way | undefined, [first, ...others]: readonly Asked[], end: End): Way {
  if (first === undefined) return { ask: "nothing", end };
  if (first.ask === "set")
    return { ...first, next: withWay(known?.ask === "set" ? known.next : undefined, others, end) };
  const { rule, answer } = first;
  const before = known?.ask === "rule" ? known : ({ ask: "rule", rule } as const);
  return { ...before, [answer]: withWay(before[answer], others, end) };
}
