import { nodesOf, stateTree, transitionsOf } from "../../server/engine/definition/state-tree.ts";
import type { StateDefinition, WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { keyOf } from "../schema-ui/key-of.ts";

/** What the form of a new stage asks. */
export interface NewStage {
  readonly titleFr: string;
  readonly titleEn?: string;
  readonly color?: string;
  /** Cases that come here are done. */
  readonly final?: boolean;
}

/** What the form of a new action asks; stages by their dotted path. */
export interface NewAction {
  readonly titleFr: string;
  readonly titleEn?: string;
  readonly from: readonly string[];
  readonly to: string;
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
    machine: { ...definition.machine, states: { ...states, [key]: state } },
    ...(board?.columns && !final && { board: { ...board, columns: [...board.columns, key] } }),
  };
}

/** The definition with one more action, that leads from each of those stages to the other. */
export function withAction(definition: WorkflowDefinition, { from, to, ...titles }: NewAction): WorkflowDefinition {
  const known = new Set(
    nodesOf(stateTree(definition))
      .flatMap(transitionsOf)
      .map(({ name }) => name),
  );
  const event = unusedName(dashed(titles.titleFr).replaceAll("-", "_").toUpperCase(), (name) => known.has(name));
  const transition = {
    target: `#${definition.machine.id ?? definition.id}.${to}`,
    meta: { title: bothLanguages(titles) },
  };
  const states = from.reduce(
    (all, path) => changed(all, path.split("."), (state) => ({ ...state, on: { ...state.on, [event]: transition } })),
    definition.machine.states ?? {},
  );
  return { ...definition, machine: { ...definition.machine, states } };
}

function changed(
  states: States,
  [key = "", ...inner]: readonly string[],
  change: (state: StateDefinition) => StateDefinition,
): States {
  const state = states[key];
  if (!state) return states;
  const next = inner.length > 0 ? { ...state, states: changed(state.states ?? {}, inner, change) } : change(state);
  return { ...states, [key]: next };
}

function bothLanguages({ titleFr, titleEn }: Pick<NewStage, "titleFr" | "titleEn">) {
  return { fr: titleFr, en: titleEn ?? titleFr };
}

/** "À relancer" → `a-relancer`; what has no letter is called `x`. */
function dashed(title: string): string {
  return keyOf(title, "-") || "x";
}

function unusedName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  let count = 2;
  while (isTaken(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}
