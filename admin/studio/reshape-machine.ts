import { asList } from "../../server/engine/definition/as-list.ts";
import {
  nodesOf,
  stateTree,
  type TreeNode,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../../server/engine/definition/state-tree.ts";
import type {
  StateDefinition,
  StateMeta,
  TransitionDefinition,
  Transitions,
  WorkflowDefinition,
} from "../../server/plugin-api/workflow-definition.ts";
import {
  bothLanguages,
  changedStage,
  type NewAction,
  type NewStage,
  type Titled,
  targetOf,
  titledAs,
  withRoles,
} from "./shape-machine.ts";

/** What the form of a stage asks once the stage is there. */
export interface StageAnswers extends NewStage {
  /** The stage that it stands behind, by its key; empty for the first place. */
  readonly behind?: string;
}

/** What the form of an action asks once the action is there. */
export type ActionAnswers = Titled & Pick<NewAction, "roles"> & { readonly to?: string };

/** What would be lost with a stage. */
export interface StageUse {
  /** Transitions from elsewhere that lead to it, or into it. */
  readonly leadingTo: readonly TreeTransition[];
  /** Cases, or the stage around it, begin there: it cannot go. */
  readonly isBeginning: boolean;
}

/** What the form of that stage would have asked. */
export function stageAnswers(definition: WorkflowDefinition, path: string): StageAnswers {
  const node = nodeAt(definition, path);
  const siblings = node?.parent?.children.map(({ key }) => key) ?? [];
  const { title, color } = node?.definition.meta ?? {};
  return {
    ...titledAs(title ?? node?.key ?? ""),
    ...(color && { color }),
    final: node?.kind === "final",
    behind: siblings[siblings.indexOf(node?.key ?? "") - 1] ?? firstPlace,
  };
}

/** The choice of no stage to stand behind. */
export const firstPlace = "-";

/** Whether cases may end in it, or no longer: nothing goes on from there. */
export function mayEnd(definition: WorkflowDefinition, path: string): boolean {
  const node = nodeAt(definition, path);
  return node !== undefined && node.children.length === 0 && transitionsOf(node).length === 0;
}

/** The definition with that stage called, coloured and placed as asked. */
export function withChangedStage(
  definition: WorkflowDefinition,
  path: string,
  asked: StageAnswers,
): WorkflowDefinition {
  const { color, final, behind, ...titles } = asked;
  const changed = changedStage(definition, path, ({ type, meta, ...state }) => {
    const { color: _, ...kept } = meta ?? {};
    const next: StateMeta = {
      ...kept,
      title: bothLanguages(titles),
      ...(color && { color: color as NonNullable<StateMeta["color"]> }),
    };
    const kind = type === "final" || type === undefined ? (final ? "final" : undefined) : type;
    return { ...(kind && { type: kind }), ...state, meta: next };
  });
  const [key, around] = split(path);
  const placed = changedStage(changed, around, (parent) => {
    const { [key]: moved, ...others } = parent.states ?? {};
    const keys = Object.keys(others);
    const at = behind === undefined ? Object.keys(parent.states ?? {}).indexOf(key) : keys.indexOf(behind) + 1;
    const order = [...keys.slice(0, at), key, ...keys.slice(at)];
    const states = { ...others, ...(moved && { [key]: moved }) };
    return {
      ...parent,
      states: Object.fromEntries(order.flatMap((each) => (states[each] ? [[each, states[each]]] : []))),
    };
  });
  return behind === stageAnswers(definition, path).behind ? placed : withColumnsInOrder(placed);
}

/** A board that names its columns has them in the order of the stages. */
function withColumnsInOrder(definition: WorkflowDefinition): WorkflowDefinition {
  const { board } = definition;
  if (!board?.columns) return definition;
  const paths = nodesOf(stateTree(definition)).map(({ path }) => path);
  return {
    ...definition,
    board: { ...board, columns: board.columns.toSorted((a, b) => paths.indexOf(a) - paths.indexOf(b)) },
  };
}

/** What refers to a stage, inside the machine. */
export function stageUse(definition: WorkflowDefinition, path: string): StageUse {
  const nodes = nodesOf(stateTree(definition));
  const leadingTo = nodes
    .filter((node) => !isInside(node.path, path))
    .flatMap(transitionsOf)
    .filter((transition) => targetsOf(transition).some((target) => isInside(target.path, path)));
  const [key, around] = split(path);
  const initial = nodes.find((node) => node.path === around)?.definition.initial;
  const named = typeof initial === "string" ? [initial] : asList(initial?.target);
  const id = nodes.find((node) => node.path === path)?.id;
  return { leadingTo, isBeginning: named.some((name) => name === key || name === `#${id}`) };
}

/** The definition without that stage, and without what leads to it. */
export function withoutStage(definition: WorkflowDefinition, path: string): WorkflowDefinition {
  const freed = stageUse(definition, path)
    .leadingTo.toReversed()
    .reduce((all, transition) => withTransition(all, placeOf(transition), () => null), definition);
  const [key, around] = split(path);
  const { board, ...rest } = changedStage(freed, around, (parent) => {
    const { [key]: _, ...states } = parent.states ?? {};
    return { ...parent, states };
  });
  if (!board) return rest;
  const isLeft = (stage: string) => !isInside(stage, path);
  const card = Object.entries(board.card ?? {}).filter(([stage]) => isLeft(stage));
  return {
    ...rest,
    board: {
      ...board,
      ...(board.columns && { columns: board.columns.filter(isLeft) }),
      ...(board.card && { card: Object.fromEntries(card) }),
    },
  };
}

/** Where a transition stands in the machine: one of those that its stage has for an event, or for a delay. */
export interface TransitionPlace {
  readonly from: string;
  readonly cause: TreeTransition["cause"];
  readonly name: string;
  readonly n: number;
}

/** Where that transition stands. */
export function placeOf({ source, cause, name, pointer }: TreeTransition): TransitionPlace {
  const same = transitionsOf(source).filter((each) => each.cause === cause && each.name === name);
  return { from: source.path, cause, name, n: same.findIndex((each) => each.pointer === pointer) };
}

/** The transition at that place. */
export function transitionAt(definition: WorkflowDefinition, place: TransitionPlace): TreeTransition | undefined {
  const { from, cause, name, n } = place;
  const node = nodeAt(definition, from);
  return node && transitionsOf(node).filter((each) => each.cause === cause && each.name === name)[n];
}

/** The definition with the transition at that place changed; null takes it out. */
export function withTransition(
  definition: WorkflowDefinition,
  { from, cause, name, n }: TransitionPlace,
  change: (transition: TransitionDefinition) => TransitionDefinition | null,
): WorkflowDefinition {
  const list = (known: Transitions | undefined): Transitions | undefined => {
    const next = asList(known).flatMap((each, at) => {
      if (at !== n) return [each];
      const after = change(typeof each === "string" ? { target: each } : each);
      return after === null ? [] : [after];
    });
    return Array.isArray(known) && next.length > 0 ? next : next[0];
  };
  return changedStage(definition, from, (state) => {
    if (cause === "always" || cause === "onDone") return without({ ...state, [cause]: list(state[cause]) });
    const named = without({ ...state[cause], [name]: list(state[cause]?.[name]) });
    return without({ ...state, [cause]: Object.keys(named).length > 0 ? named : undefined });
  });
}

/** What the form of that action would have asked; `to` only where it leads to one stage. */
export function actionAnswers(definition: WorkflowDefinition, place: TransitionPlace): ActionAnswers {
  const transition = transitionAt(definition, place);
  const [target, ...others] = transition ? targetsOf(transition) : [];
  const titles = nodesOf(stateTree(definition))
    .flatMap(transitionsOf)
    .filter(({ cause, name }) => cause === place.cause && name === place.name)
    .map((each) => each.definition.meta?.title);
  const title = transition?.definition.meta?.title ?? titles.find((each) => each !== undefined) ?? place.name;
  return {
    ...titledAs(title),
    ...(target && others.length === 0 && { to: target.path }),
    roles: definition.permissions?.events?.[place.name] ?? [],
  };
}

/** The definition with the action renamed wherever it has that name, for these roles, and leading elsewhere from there. */
export function withChangedAction(
  definition: WorkflowDefinition,
  place: TransitionPlace,
  asked: ActionAnswers,
): WorkflowDefinition {
  const { to, roles = [], ...titles } = asked;
  const before = actionAnswers(definition, place);
  const title = bothLanguages(titles);
  const named = nodesOf(stateTree(definition))
    .flatMap(transitionsOf)
    .filter(({ cause, name, definition: each }) => cause === "on" && name === place.name && calledAs(each, before))
    .reduce(
      (all, each) => withTransition(all, placeOf(each), (known) => ({ ...known, meta: { ...known.meta, title } })),
      definition,
    );
  const led = withTransition(named, place, (known) => ({
    ...known,
    ...(to !== undefined && to !== before.to && { target: targetOf(definition, to) }),
    meta: { ...known.meta, title },
  }));
  return withRoles(led, place.name, roles);
}

function calledAs({ meta }: TransitionDefinition, before: Titled): boolean {
  if (meta?.title === undefined) return false;
  const { titleFr, titleEn } = titledAs(meta.title);
  return titleFr === before.titleFr && titleEn === before.titleEn;
}

function nodeAt(definition: WorkflowDefinition, path: string): TreeNode | undefined {
  return nodesOf(stateTree(definition)).find((node) => node.path === path);
}

function split(path: string): readonly [key: string, around: string] {
  const keys = path.split(".");
  return [keys.at(-1) ?? "", keys.slice(0, -1).join(".")];
}

function isInside(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}.`);
}

/** Without what is undefined, which JSON would leave out too. */
function without<Part extends StateDefinition | { readonly [name: string]: Transitions | undefined }>(part: Part) {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    readonly [name in keyof Part]: NonNullable<Part[name]>;
  };
}
