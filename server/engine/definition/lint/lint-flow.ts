import { inLanguage } from "../../../plugin-api/text.ts";
import { asList } from "../as-list.ts";
import {
  ancestorsOf,
  initialNodesOf,
  isStage,
  nodesOf,
  type TreeNode,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../state-tree.ts";
import type { Findings } from "./findings.ts";
import { isLeaf } from "./lint-machine.ts";
import { enteredWith, reachableFrom } from "./reach.ts";

/** Where cases go: loops without end, stages that nothing leads to, stages that lead nowhere. */
export function lintFlow(root: TreeNode, findings: Findings): void {
  lintLoops(root, findings);
  const reached = reachableFrom(root);
  for (const node of nodesOf(root)) {
    if (!isStage(node) || node.parent === null) continue;
    const stage = titleOf(node, findings);
    if (!reached.has(node)) {
      if (reached.has(node.parent)) findings.warning("unreachable-stage", node.pointer, { stage });
    } else if (isLeaf(node) && isDeadEnd(node)) {
      findings.warning("dead-end", node.pointer, { stage });
    }
  }
}

/** What the stage is called, for a sentence. */
export function titleOf(node: TreeNode, findings: Findings): string {
  const title = node.definition.meta?.title;
  return title === undefined ? node.path : inLanguage(title, findings.context.language);
}

function isDeadEnd(node: TreeNode): boolean {
  const chain = [node, ...ancestorsOf(node)];
  if (node.kind === "final" || chain.some((each) => asList(each.definition.tags).includes("closed"))) return false;
  // In parallel regions one may simply wait for the others.
  if (chain.some(({ kind }) => kind === "parallel")) return false;
  return !chain.some((each) =>
    transitionsOf(each).some((transition) => transition.cause !== "onDone" && leads(transition)),
  );
}

function leads({ definition, source }: TreeTransition): boolean {
  return definition.target !== undefined && (source.parent === null || definition.target !== source.key);
}

/** A transition that is taken without any event as soon as its source is entered. */
interface Automatic {
  readonly transition: TreeTransition;
  /** Nothing comes before it, nothing holds it back. */
  readonly certain: boolean;
}

function lintLoops(root: TreeNode, findings: Findings): void {
  const reported = new Set<TreeNode>();
  for (const certain of [true, false]) {
    for (const node of nodesOf(root)) {
      const loop = loopFrom(node, certain);
      if (loop === null || loop.some((each) => reported.has(each))) continue;
      for (const each of loop) reported.add(each);
      const stages = [...loop, node].map((each) => titleOf(each, findings)).join(" → ");
      const path = `${node.pointer}/always`;
      if (certain) findings.error("endless-loop", path, { stages });
      else findings.warning("possible-loop", path, { stages });
    }
  }
}

/** The nodes of a loop of automatic transitions that comes back to the node; null when there is none. */
function loopFrom(start: TreeNode, certain: boolean): readonly TreeNode[] | null {
  const seen = new Set<TreeNode>();
  const follow = (node: TreeNode, way: readonly TreeNode[]): readonly TreeNode[] | null => {
    for (const next of nextOf(node, certain)) {
      if (next === start) return [...way, node];
      if (seen.has(next)) continue;
      seen.add(next);
      const loop = follow(next, [...way, node]);
      if (loop !== null) return loop;
    }
    return null;
  };
  return follow(start, []);
}

/** The nodes whose automatic transition is taken after that of the node. */
function nextOf(node: TreeNode, certain: boolean): readonly TreeNode[] {
  const taken = automaticOf(node).filter((each) => each.certain || !certain);
  return taken.flatMap(({ transition }) => {
    const targets = targetsOf(transition);
    // Without a target it is tried again only when it has changed something.
    if (targets.length === 0) return transition.actions.some(({ type }) => type === "set") ? [node] : [];
    return targets.flatMap((target) => firstAutomatic(target, certain));
  });
}

/** Of each leaf that is entered, the innermost node that has an automatic transition: it goes first. */
function firstAutomatic(target: TreeNode, certain: boolean): readonly TreeNode[] {
  const entered = enteredWith(target);
  const leaves = initialNodesOf(target).filter((node) => !node.children.some((child) => entered.includes(child)));
  return leaves.flatMap((leaf) => {
    const chain = [leaf, ...ancestorsOf(leaf)].filter((each) => automaticOf(each).length > 0);
    return certain ? chain.slice(0, 1) : chain;
  });
}

function automaticOf(node: TreeNode): readonly Automatic[] {
  const own = transitionsOf(node);
  const doneAtOnce = initialNodesOf(node).some((inner) => inner.kind === "final" && inner.parent === node);
  const automatic = own.filter(({ cause }) => cause === "always" || (cause === "onDone" && doneAtOnce));
  return automatic.map((transition, n) => ({ transition, certain: n === 0 && transition.guard === null }));
}
