import { ancestorsOf, initialNodesOf, isStage, type TreeNode, targetsOf, transitionsOf } from "../state-tree.ts";

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
