import type { Json } from "../../plugin-api/json.ts";
import { isObject } from "../schema/is-object.ts";
import { isStage, type TreeNode } from "./state-tree.ts";

/**
 * The nodes that a state value makes active, each before those inside it, in the order of the machine.
 * @throws Error when the value names a state that is not there
 */
export function activeNodes(root: TreeNode, value: Json): readonly TreeNode[] {
  const entries = typeof value === "string" ? [[value, {}] as const] : Object.entries(isObject(value) ? value : {});
  const named = new Map<string, Json>(entries);
  for (const name of named.keys()) {
    if (!root.children.some((child) => child.key === name && isStage(child))) {
      throw new Error(`There is no state "${name}" in "${root.id}".`);
    }
  }
  return [
    root,
    ...root.children.flatMap((child) => {
      const inner = named.get(child.key);
      return inner === undefined ? [] : activeNodes(child, inner);
    }),
  ];
}

/** The active nodes that have no active node inside. */
export function leavesOf(active: readonly TreeNode[]): readonly TreeNode[] {
  const parents = new Set(active.map((node) => node.parent));
  return active.filter((node) => !parents.has(node));
}

/** Whether a node is done, as XState reckons it: in a final child, or in all its regions. */
export function isDone(node: TreeNode, active: ReadonlySet<TreeNode>): boolean {
  if (node.kind === "compound") return node.children.some((child) => child.kind === "final" && active.has(child));
  if (node.kind === "parallel") return node.children.filter(isStage).every((child) => isDone(child, active));
  return node.kind === "final";
}
