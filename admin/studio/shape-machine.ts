import { nodesOf, stateTree, transitionsOf } from "../../server/engine/definition/state-tree.ts";
import type { Text } from "../../server/plugin-api/text.ts";
import type { StateDefinition, WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { keyOf } from "../schema-ui/key-of.ts";

/** What people call something, as small forms ask it; French words stand for both languages where there are no others. */
export interface Titled {
  readonly titleFr: string;
  readonly titleEn?: string;
}

/** What the form of a new stage asks. */
export interface NewStage extends Titled {
  readonly color?: string;
  /** Cases that come here are done. */
  readonly final?: boolean;
}

/** What the form of a new action asks; stages by their dotted path. */
export interface NewAction extends Titled {
  readonly from: readonly string[];
  readonly to: string;
  /** Who may, by role; without any, whoever may change the case. */
  readonly roles?: readonly string[];
}

type States = { readonly [key: string]: StateDefinition };

/** The definition with one more stage, on the board too; nothing leads to it yet. */
export function withStage(definition: WorkflowDefinition, { color, final, ...titles }: NewStage): WorkflowDefinition {
  const states: States = definition.machine.states ?? {};
  const key = unusedName(dashed(titles.titleFr), (name) => name in states);
  const state = {
    ...(final && { type: "final" }),
    meta: { title: bothLanguages(titles), ...(color && { color }) },
  } as StateDefinition;
  const { board } = definition;
  return {
    ...definition,
    machine: { ...definition.machine, states: withLast(states, key, state) },
    ...(board?.columns && !final && { board: { ...board, columns: [...board.columns, key] } }),
  };
}

/** Stages are told in the order in which they stand: one that is not final comes before those that cases end in. */
function withLast(states: States, key: string, state: StateDefinition): States {
  const isEnd = ([, each]: readonly [string, StateDefinition]) => each.type === "final";
  const known = Object.entries(states);
  const before = state.type === "final" ? known.length : known.findLastIndex((each) => !isEnd(each)) + 1;
  return Object.fromEntries([...known.slice(0, before), [key, state], ...known.slice(before)]);
}

/** The definition with one more action, that leads from each of those stages to the other. */
export function withAction(definition: WorkflowDefinition, asked: NewAction): WorkflowDefinition {
  const { from, to, roles = [], ...titles } = asked;
  const known = new Set(
    nodesOf(stateTree(definition))
      .flatMap(transitionsOf)
      .map(({ name }) => name),
  );
  const event = unusedName(dashed(titles.titleFr).replaceAll("-", "_").toUpperCase(), (name) => known.has(name));
  const transition = {
    target: targetOf(definition, to),
    meta: { title: bothLanguages(titles) },
  };
  const states = from.reduce(
    (all, path) =>
      changedStates(all, path.split("."), (state) => ({ ...state, on: { ...state.on, [event]: transition } })),
    definition.machine.states ?? {},
  );
  return withRoles({ ...definition, machine: { ...definition.machine, states } }, event, roles);
}

/** The definition with that event for these roles alone; without any, for whoever may change the case. */
export function withRoles(definition: WorkflowDefinition, event: string, roles: readonly string[]): WorkflowDefinition {
  const { [event]: known, ...events } = definition.permissions?.events ?? {};
  if (known === undefined && roles.length === 0) return definition;
  const next = roles.length > 0 ? { ...definition.permissions?.events, [event]: roles } : events;
  return { ...definition, permissions: { ...definition.permissions, events: next } };
}

/** A stage as a transition names it, wherever the transition stands. */
export function targetOf({ id, machine }: WorkflowDefinition, path: string): string {
  return `#${machine.id ?? id}.${path}`;
}

/** The states with the one at that path changed. */
export function changedStates(
  states: States,
  [key = "", ...inner]: readonly string[],
  change: (state: StateDefinition) => StateDefinition,
): States {
  const state = states[key];
  if (!state) return states;
  const next =
    inner.length > 0 ? { ...state, states: changedStates(state.states ?? {}, inner, change) } : change(state);
  return { ...states, [key]: next };
}

/** The definition with the stage at that path changed; the empty path is the machine itself. */
export function changedStage(
  definition: WorkflowDefinition,
  path: string,
  change: (state: StateDefinition) => StateDefinition,
): WorkflowDefinition {
  const { machine } = definition;
  if (path === "") return { ...definition, machine: change(machine) };
  return {
    ...definition,
    machine: { ...machine, states: changedStates(machine.states ?? {}, path.split("."), change) },
  };
}

/** A sentence in both languages. */
export function bothLanguages({ titleFr, titleEn }: Titled) {
  return { fr: titleFr, en: titleEn ?? titleFr };
}

/** A sentence as small forms ask it. */
export function titledAs(text: Text): Titled {
  if (typeof text === "string") return { titleFr: text };
  return { titleFr: text.fr, ...(text.en !== undefined && { titleEn: text.en }) };
}

/** "À relancer" → `a-relancer`; what has no letter is called `x`. */
function dashed(title: string): string {
  return keyOf(title, "-") || "x";
}

/** The name, or with a number behind it the first that is not taken. */
export function unusedName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  let count = 2;
  while (isTaken(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}
