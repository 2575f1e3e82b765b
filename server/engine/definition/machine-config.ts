import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { ActionDefinition } from "../../plugin-api/workflow-definition.ts";
import { asList } from "./as-list.ts";
import type { MachineRule } from "./machine.ts";
import {
  actionsOf,
  initialName,
  initialOf,
  nodesOf,
  type TreeNode,
  type TreeTransition,
  transitionsOf,
} from "./state-tree.ts";

/** The transitions of a node with the rule of each, made once, so that a rule is the same object wherever it is met. */
export interface RuledTransition extends TreeTransition {
  readonly rule: MachineRule;
  /** Has nothing, no target, action, form or title: it only keeps the event from the states around. */
  readonly empty: boolean;
}

/**
 * What a definition's machine is for XState: its names and shape kept, its rules and actions replaced by the three that
 * `xstate-machine.ts` implements: `rule`, whose tree travels in its parameters, `set`, and `do` for all the others.
 */
export interface NodeConfig {
  readonly [key: string]: unknown;
}

/** Every node's own transitions with their rules. `forms` are the events that have a form of their name. */
export function ruledTransitions(
  root: TreeNode,
  forms: ReadonlySet<string>,
): ReadonlyMap<TreeNode, readonly RuledTransition[]> {
  return new Map(nodesOf(root).map((node) => [node, transitionsOf(node).map((each) => withRule(each, forms))]));
}

/** The configuration that XState's `createMachine` takes. Delays stay names: see `delays`. */
export function nodeConfig(node: TreeNode, transitions: ReadonlyMap<TreeNode, readonly RuledTransition[]>): NodeConfig {
  const { definition } = node;
  const own = transitions.get(node) ?? [];
  const states = node.children.map((child) => [child.key, nodeConfig(child, transitions)] as const);
  return {
    ...given("id", node.parent === null ? node.id : definition.id),
    ...given("type", definition.type),
    ...given("initial", initialConfig(node)),
    ...given("history", definition.history),
    ...given("target", definition.target),
    ...(states.length > 0 && { states: Object.fromEntries(states) }),
    entry: actionsOf(definition.entry).map(actionConfig),
    exit: actionsOf(definition.exit).map(actionConfig),
    on: grouped(own, "on"),
    after: grouped(own, "after"),
    always: list(own, "always"),
    onDone: list(own, "onDone"),
  };
}

function withRule(transition: TreeTransition, forms: ReadonlySet<string>): RuledTransition {
  const { cause, name, definition, actions, guard } = transition;
  const following = cause === "always" || cause === "onDone";
  const internal = definition.meta?.internal === true;
  const does = definition.target !== undefined || actions.length > 0 || definition.reenter === true;
  const empty = !does && definition.meta === undefined && !forms.has(name);
  return { ...transition, rule: { guard, internal, following }, empty };
}

function initialConfig(node: TreeNode): unknown {
  const { initial } = node.definition;
  const name = initialOf(node)?.key ?? initialName(node.definition);
  if (typeof initial !== "object" || name === undefined) return name;
  return { target: name, actions: actionsOf(initial.actions).map(actionConfig) };
}

function transitionConfig({ definition, actions, rule }: RuledTransition): NodeConfig {
  return {
    ...(definition.target !== undefined && { target: asList(definition.target) }),
    ...((rule.guard !== null || rule.internal) && { guard: { type: "rule", params: rule } }),
    ...(definition.reenter !== undefined && { reenter: definition.reenter }),
    actions: actions.map(actionConfig),
  };
}

function actionConfig({ type, params = {} }: ActionDefinition): NodeConfig {
  return type === "set" ? { type: "set", params: { assignments: params } } : { type: "do", params: { type, params } };
}

function list(transitions: readonly RuledTransition[], cause: TreeTransition["cause"]): readonly NodeConfig[] {
  return transitions.filter((transition) => transition.cause === cause).map(transitionConfig);
}

function grouped(transitions: readonly RuledTransition[], cause: "on" | "after"): NodeConfig {
  const names = [...new Set(transitions.filter((each) => each.cause === cause).map((each) => each.name))];
  return Object.fromEntries(
    names.map(
      (name) =>
        [
          name,
          list(
            transitions.filter((each) => each.name === name),
            cause,
          ),
        ] as const,
    ),
  );
}

function given(key: string, value: unknown): { readonly [key: string]: unknown } {
  return value === undefined ? {} : { [key]: value };
}

/** The parameters of an action that XState hands back to us. */
export interface DoParams {
  readonly type: string;
  readonly params: JsonObject;
}

/** The parameters of our `set`. */
export interface SetParams {
  readonly assignments: { readonly [field: string]: Json };
}
