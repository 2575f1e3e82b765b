import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { asList } from "../as-list.ts";
import { ancestorsOf, isStage, nodesOf, type TreeNode, type TreeTransition, transitionsOf } from "../state-tree.ts";
import type { Findings } from "./findings.ts";
import { lintLoops } from "./lint-loops.ts";
import { isLeaf } from "./lint-machine.ts";
import { reachableFrom } from "./reach.ts";
import { titleOfNode } from "./title-of-node.ts";

/** Where cases go: loops without end, stages that nothing leads to, stages that lead nowhere. */
export function lintFlow(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  lintLoops(definition, root, findings);
  const reached = reachableFrom(root);
  for (const node of nodesOf(root)) {
    if (!isStage(node) || node.parent === null) continue;
    const stage = titleOfNode(node, findings);
    if (!reached.has(node)) {
      if (reached.has(node.parent)) findings.warning("unreachable-stage", node.pointer, { stage });
    } else if (isLeaf(node) && isDeadEnd(node)) {
      findings.warning("dead-end", node.pointer, { stage });
    }
  }
}

/** A final stage ends the case at the top alone; further in, what is around it must lead on. */
function isDeadEnd(node: TreeNode): boolean {
  const chain = [node, ...ancestorsOf(node)];
  const isFinal = node.kind === "final";
  if (isFinal && node.parent?.parent === null) return false;
  if (chain.some((each) => asList(each.definition.tags).includes("closed"))) return false;
  // In parallel regions one may simply wait for the others.
  if (chain.some(({ kind }) => kind === "parallel")) return false;
  return !chain.some((each) =>
    transitionsOf(each).some((transition) => (isFinal || transition.cause !== "onDone") && leads(transition)),
  );
}

function leads({ definition, source }: TreeTransition): boolean {
  return definition.target !== undefined && (source.parent === null || definition.target !== source.key);
}
