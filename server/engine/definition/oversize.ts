import { ancestorsOf, nodesOf, type TreeNode } from "./state-tree.ts";

/** What a machine may have at most, so that it is worked out in a moment: many times what a person can oversee. */
const LIMITS = { states: 1000, levels: 16, regions: 32 } as const;

/** Where a machine is too large to be worked out in a moment. */
export interface Oversize {
  /** `states` in all, `levels` inside each other, or `regions` of parallel stages in all. */
  readonly what: keyof typeof LIMITS;
  readonly count: number;
  readonly most: number;
}

/** Every way in which the machine is larger than any is taken; none for nearly all. */
export function oversizesOf(root: TreeNode): readonly Oversize[] {
  const nodes = nodesOf(root);
  const counts = {
    states: nodes.length - 1,
    levels: nodes.reduce((most, node) => Math.max(most, ancestorsOf(node).length), 0),
    regions: nodes.reduce((sum, { kind, children }) => sum + (kind === "parallel" ? children.length : 0), 0),
  };
  return (["states", "levels", "regions"] as const)
    .map((what) => ({ what, count: counts[what], most: LIMITS[what] }))
    .filter(({ count, most }) => count > most);
}
