import {
  ancestorsOf,
  initialNodesOf,
  isStage,
  type TreeNode,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../state-tree.ts";

/** Every node that a case can come to be in, starting where entering `start` leads. */
export function reachableFrom(start: TreeNode): ReadonlySet<TreeNode> {
  const reached = new Set<TreeNode>();
  const waiting = [...enteredWith(start)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    const targets = transitionsOf(node).flatMap(targetsOf);
    waiting.push(...targets.flatMap(enteredWith));
  }
  return reached;
}

/** The nodes that become active when one is entered: what it begins with, what is around it, the regions beside it. */
export function enteredWith(node: TreeNode): readonly TreeNode[] {
  const around = ancestorsOf(node);
  const beside = around
    .filter((ancestor) => ancestor.kind === "parallel")
    .flatMap((parallel) =>
      parallel.children.filter((child) => isStage(child) && child !== node && !around.includes(child)),
    )
    .flatMap(initialNodesOf);
  return [...initialNodesOf(node), ...around, ...beside];
}

/**
 * The nodes that a transition enters, whose timers begin: those inside its domain. As in XState, what stays around is not
 * entered again, nor is a stage whose transition leads to itself without `reenter`.
 */
export function entryOf(transition: TreeTransition): readonly TreeNode[] {
  const targets = targetsOf(transition);
  const domain = domainOf(transition, targets);
  const entered = targets.flatMap((target) => enteredWith(target));
  return domain === null ? entered : entered.filter((node) => ancestorsOf(node).includes(domain));
}

/** The nodes that a transition leaves for certain, of its source and what is around it: those inside its domain. */
export function exitOf(transition: TreeTransition): readonly TreeNode[] {
  if (transition.definition.target === undefined) return [];
  const domain = domainOf(transition, targetsOf(transition));
  const around = [transition.source, ...ancestorsOf(transition.source)];
  return domain === null ? [] : around.filter((node) => ancestorsOf(node).includes(domain));
}

function domainOf({ source, definition }: TreeTransition, targets: readonly TreeNode[]): TreeNode | null {
  const isInside = (node: TreeNode, around: TreeNode) => ancestorsOf(node).includes(around);
  const stays = definition.reenter !== true && targets.every((target) => target === source || isInside(target, source));
  if (stays) return source;
  const [first, ...others] = [...targets, source];
  if (first === undefined) return null;
  return ancestorsOf(first).find((around) => others.every((node) => isInside(node, around))) ?? null;
}
