import type { StateDefinition, TransitionDefinition } from "../../plugin-api/workflow-definition.ts";

/** Picks from numbers that a property test draws, so that what fails can be shrunk. */
export interface Tape {
  /** A whole number from 0 to below `bound`. */
  next(bound: number): number;
}

/** Reads a list of numbers again and again. */
export function tapeOf(numbers: readonly number[]): Tape {
  let place = 0;
  return {
    next(bound) {
      const number = numbers[place % numbers.length] ?? 0;
      place += 1;
      return number % bound;
    },
  };
}

interface Sketch {
  readonly id: string;
  readonly type: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly children: Sketch[];
}

/** The events that random machines know. */
export const EVENTS = ["A", "B", "C", "D"] as const;

/**
 * A machine of any shape: nested, parallel, final and history states, guarded and eventless transitions, timers, and
 * actions that set `n`, which the guards read.
 */
export function randomMachine(tape: Tape): StateDefinition {
  const ids: string[] = [];
  const root = sketch(tape, { depth: 0, ids });
  return { ...draw(tape, root, ids), id: root.id };
}

function sketch(tape: Tape, place: { readonly depth: number; readonly ids: string[] }): Sketch {
  const { depth, ids } = place;
  const id = `s${ids.length}`;
  ids.push(id);
  const type = depth === 0 ? "compound" : typeAt(tape, depth);
  const count = type === "compound" || type === "parallel" ? 2 + tape.next(2) : 0;
  const children: Sketch[] = [];
  for (let n = 0; n < count; n += 1) {
    const child = sketch(tape, { depth: depth + 1, ids });
    // What a state begins with must be a state that can be stood in.
    children.push(
      n === 0 && (child.type === "history" || child.type === "final") ? { ...child, type: "atomic" } : child,
    );
  }
  return { id, type, children: type === "parallel" ? children.map(asRegion) : children };
}

function asRegion(child: Sketch): Sketch {
  return child.type === "history" || child.type === "final" ? { ...child, type: "atomic" } : child;
}

function typeAt(tape: Tape, depth: number): Sketch["type"] {
  const types = ["atomic", "atomic", "final", "history", "compound", "compound", "parallel"] as const;
  return types[tape.next(depth >= 3 ? 3 : types.length)] ?? "atomic";
}

function draw(tape: Tape, node: Sketch, ids: readonly string[]): StateDefinition {
  if (node.type === "history")
    return { id: node.id, type: "history", history: tape.next(2) === 0 ? "shallow" : "deep" };
  if (node.type === "final") return { id: node.id, type: "final", entry: setN(tape) };
  const events = EVENTS.filter(() => tape.next(3) > 0);
  const [first] = node.children;
  return {
    id: node.id,
    ...(node.type === "parallel" ? { type: "parallel" as const } : {}),
    ...(first !== undefined && {
      ...(node.type === "compound" && { initial: first.id }),
      states: Object.fromEntries(node.children.map((child) => [child.id, draw(tape, child, ids)])),
    }),
    ...(tape.next(3) === 0 && { entry: setN(tape) }),
    ...(tape.next(3) === 0 && { exit: setN(tape) }),
    ...(tape.next(4) === 0 && { always: [{ ...transition(tape, ids), guard: rule(tape) }] }),
    ...(tape.next(4) === 0 && { after: { P1D: transition(tape, ids) } }),
    ...(first !== undefined && tape.next(2) === 0 && { onDone: transition(tape, ids) }),
    on: Object.fromEntries(events.map((event) => [event, [transition(tape, ids), transition(tape, ids)]])),
  };
}

function transition(tape: Tape, ids: readonly string[]): TransitionDefinition {
  const target = ids[tape.next(ids.length)] ?? "s0";
  return {
    ...(tape.next(6) > 0 && { target: `#${target}` }),
    ...(tape.next(2) === 0 && { guard: rule(tape) }),
    ...(tape.next(3) === 0 && { reenter: true }),
    ...(tape.next(2) === 0 && { actions: setN(tape) }),
  };
}

function rule(tape: Tape): { readonly type: string; readonly params: { readonly [param: string]: unknown } } {
  const is = ["=", "<", ">"][tape.next(3)];
  return { type: "compare", params: { left: "case.n", is, right: tape.next(4) } };
}

function setN(tape: Tape): { readonly type: string; readonly params: { readonly n: number } } {
  return { type: "set", params: { n: tape.next(4) } };
}
