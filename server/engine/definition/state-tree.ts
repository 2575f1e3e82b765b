import type {
  ActionDefinition,
  GuardDefinition,
  StateDefinition,
  TransitionDefinition,
  Transitions,
  WorkflowDefinition,
} from "../../plugin-api/workflow-definition.ts";
import { asList } from "./as-list.ts";

/** A state of a definition, with its place in the machine and in the document. */
export interface TreeNode {
  /** The name under which its parent has it; the machine's id for the root. */
  readonly key: string;
  /** Dotted path from the root; empty for the root. */
  readonly path: string;
  readonly id: string;
  readonly kind: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly definition: StateDefinition;
  readonly parent: TreeNode | null;
  readonly children: readonly TreeNode[];
  /** JSON pointer of it. */
  readonly pointer: string;
}

/** A transition of a state, with what makes it happen. */
export interface TreeTransition {
  readonly source: TreeNode;
  readonly cause: "on" | "after" | "always" | "onDone";
  /** The event's name, or the delay's; empty for `always` and `onDone`. */
  readonly name: string;
  readonly definition: TransitionDefinition;
  readonly guard: GuardDefinition | null;
  readonly actions: readonly ActionDefinition[];
  readonly pointer: string;
}

/** The states of a machine as a tree. Knows nothing of XState; says nothing of what is wrong. */
export function stateTree(definition: Pick<WorkflowDefinition, "id" | "machine">): TreeNode {
  const id = definition.machine.id ?? definition.id;
  return treeNode(definition.machine, { key: id, path: [], id, parent: null, pointer: "/machine" });
}

/** The node and every node inside it, each before those inside it. */
export function nodesOf(node: TreeNode): readonly TreeNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

/** The nodes around a node, from its parent to the root. */
export function ancestorsOf(node: TreeNode): readonly TreeNode[] {
  return node.parent === null ? [] : [node.parent, ...ancestorsOf(node.parent)];
}

/** Every transition that the node itself declares. */
export function transitionsOf(node: TreeNode): readonly TreeTransition[] {
  const { on = {}, after = {}, always, onDone } = node.definition;
  const list = (cause: TreeTransition["cause"], name: string, transitions: Transitions | undefined) =>
    asList(transitions).map((transition, n): TreeTransition => {
      const definition = typeof transition === "string" ? { target: transition } : transition;
      const isNamed = cause === "on" || cause === "after";
      const pointer = `${node.pointer}/${cause}${isNamed ? `/${token(name)}` : ""}`;
      return {
        source: node,
        cause,
        name,
        definition,
        guard: guardOf(definition.guard),
        actions: actionsOf(definition.actions),
        pointer: Array.isArray(transitions) ? `${pointer}/${n}` : pointer,
      };
    });
  return [
    ...Object.entries(on).flatMap(([event, value]) => list("on", event, value)),
    ...Object.entries(after).flatMap(([delay, value]) => list("after", delay, value)),
    ...list("always", "", always),
    ...list("onDone", "", onDone),
  ];
}

/** Actions written as names or objects, one or several, as a list of objects. */
export function actionsOf(actions: TransitionDefinition["actions"]): readonly ActionDefinition[] {
  return asList(actions).map((action) => (typeof action === "string" ? { type: action } : action));
}

/** A rule written as a name or an object, as an object. */
export function guardOf(guard: string | GuardDefinition | undefined): GuardDefinition | null {
  return typeof guard === "string" ? { type: guard } : (guard ?? null);
}

/**
 * The node that a target names, as XState reads it: `#id`, `#id.child`, `.child`, or a sibling's path.
 * Null when there is none.
 */
export function targetOf(node: TreeNode, target: string): TreeNode | null {
  if (target.startsWith("#")) return byId(rootOf(node), target.slice(1));
  if (target.startsWith(".")) return descend(node, target.slice(1));
  return node.parent === null ? null : descend(node.parent, target);
}

/** The nodes that a transition names, those that are not there left out. */
export function targetsOf(transition: TreeTransition): readonly TreeNode[] {
  return asList(transition.definition.target)
    .map((target) => targetOf(transition.source, target))
    .filter((node) => node !== null);
}

/** The nodes that are active once the node is entered by its default: it, and what it begins with. */
export function initialNodesOf(node: TreeNode): readonly TreeNode[] {
  if (node.kind === "parallel") return [node, ...node.children.filter(isStage).flatMap(initialNodesOf)];
  if (node.kind === "history") return historyDefault(node).flatMap(initialNodesOf);
  const initial = initialOf(node);
  return initial === null ? [node] : [node, ...initialNodesOf(initial)];
}

/** The child that a compound node begins with; null when it names none that is there. */
export function initialOf(node: TreeNode): TreeNode | null {
  const name = initialName(node.definition);
  return node.children.find(({ key, id }) => key === name || `#${id}` === name) ?? null;
}

/** What a state says that it begins with: a key, or, as XState exports it, a list with the id of the child. */
export function initialName({ initial }: StateDefinition): string | undefined {
  return typeof initial === "string" ? initial : asList(initial?.target)[0];
}

/** Whether a case can stand in the node: history states only point elsewhere. */
export function isStage(node: TreeNode): boolean {
  return node.kind !== "history";
}

/** A piece of a JSON pointer. */
export function token(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function historyDefault(node: TreeNode): readonly TreeNode[] {
  if (node.parent === null) return [];
  const { target } = node.definition;
  if (target !== undefined) return [targetOf(node, target)].filter((found) => found !== null);
  if (node.parent.kind === "parallel") return [node.parent];
  const initial = initialOf(node.parent);
  return initial === null || initial === node ? [] : [initial];
}

function treeNode(
  definition: StateDefinition,
  place: {
    readonly key: string;
    readonly path: readonly string[];
    readonly id: string;
    readonly parent: TreeNode | null;
    readonly pointer: string;
  },
): TreeNode {
  const children: TreeNode[] = [];
  const machineId = place.parent === null ? place.id : rootOf(place.parent).id;
  const node: TreeNode = {
    key: place.key,
    path: place.path.join("."),
    id: place.id,
    kind: kindOf(definition),
    definition,
    parent: place.parent,
    children,
    pointer: place.pointer,
  };
  for (const [key, child] of Object.entries(definition.states ?? {})) {
    const path = [...place.path, key];
    const id = child.id ?? [machineId, ...path].join(".");
    children.push(treeNode(child, { key, path, id, parent: node, pointer: `${place.pointer}/states/${token(key)}` }));
  }
  return node;
}

function kindOf(definition: StateDefinition): TreeNode["kind"] {
  if (definition.type !== undefined) return definition.type;
  if (Object.keys(definition.states ?? {}).length > 0) return "compound";
  return definition.history === undefined ? "atomic" : "history";
}

function rootOf(node: TreeNode): TreeNode {
  return node.parent === null ? node : rootOf(node.parent);
}

/** The first part is an id, the rest a path from there. */
function byId(root: TreeNode, target: string): TreeNode | null {
  const [id, ...path] = target.split(".");
  const start = nodesOf(root).find((node) => node.id === id);
  return start === undefined ? null : descend(start, path.join("."));
}

function descend(node: TreeNode, path: string): TreeNode | null {
  return path
    .split(".")
    .filter((key) => key !== "")
    .reduce<TreeNode | null>((here, key) => here?.children.find((child) => child.key === key) ?? null, node);
}
