import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { isUnderAMinute } from "../../time/calendar.ts";
import { delayOf } from "../delays.ts";
import {
  ancestorsOf,
  initialNodesOf,
  nodesOf,
  type TreeNode,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../state-tree.ts";
import { enteredWith, entryOf } from "./reach.ts";

/** A transition that nobody has to cause once its stage is entered. */
export interface Automatic {
  readonly transition: TreeTransition;
  /** In the same step; after a delay so short that nobody can act in it; once the date of `field` is past. */
  readonly when: "at-once" | "soon" | "by-date";
  /** Empty unless `when` is `by-date`. */
  readonly field: string;
  /** No rule holds it back, none that would be tried before it leads elsewhere. */
  readonly free: boolean;
}

/** The steps that follow one. */
export type Following = (step: Automatic) => readonly Automatic[];

/** The automatic transitions of a machine, and what each leads to by itself. */
export interface AutomaticSteps {
  readonly all: readonly Automatic[];
  /** What is certain to be taken next. */
  readonly mustFollow: Following;
  /** What may be taken next, of the steps that `counts`. */
  mayFollow(counts: (step: Automatic) => boolean): Following;
}

/** The automatic transitions of a machine, and which follow which. */
export function automaticSteps(definition: Pick<WorkflowDefinition, "delays">, root: TreeNode): AutomaticSteps {
  const own = new Map(nodesOf(root).map((node) => [node, automaticOf(definition, node)] as const));
  const stepsOf = (node: TreeNode) => own.get(node) ?? [];
  const atOnceOf = (node: TreeNode) => stepsOf(node).filter(({ when }) => when === "at-once");
  return {
    all: [...own.values()].flat(),
    mustFollow: (step) => {
      if (isRepeated(step)) return [step].filter(({ free }) => free);
      const entered = new Set(entryOf(step.transition));
      return chainsAfter(step.transition).flatMap((chain) => {
        const first = chain.map(atOnceOf).find((steps) => steps.length > 0);
        if (first !== undefined) return first.slice(0, 1).filter(({ free }) => free);
        const timers = chain.filter((node) => entered.has(node)).flatMap(stepsOf);
        return timers.filter(({ free, when }) => free && when === "soon" && isOnlyWay(chain));
      });
    },
    mayFollow: (counts) => (step) => {
      if (isRepeated(step)) return [step].filter(counts);
      const entered = new Set(entryOf(step.transition));
      const chains = chainsAfter(step.transition).flat();
      const next = chains.flatMap((node) => (entered.has(node) ? stepsOf(node) : atOnceOf(node)));
      return next.filter(counts);
    },
  };
}

/** Without a target it is tried again only when it has changed something; a timer is then over. */
function isRepeated({ when, transition }: Automatic): boolean {
  return when === "at-once" && transition.definition.target === undefined && writesAnything(transition);
}

function writesAnything({ actions }: TreeTransition): boolean {
  return actions.some(({ type }) => type === "set");
}

/** Nobody can send an event, no other deadline runs, no other region goes on meanwhile. */
function isOnlyWay(chain: readonly TreeNode[]): boolean {
  return chain.flatMap(transitionsOf).length === 1 && chain.every(({ kind }) => kind !== "parallel");
}

/** Of each leaf that a transition leads into: it and the nodes around it, the inner first. */
function chainsAfter(transition: TreeTransition): readonly (readonly TreeNode[])[] {
  return targetsOf(transition).flatMap((target) => {
    const entered = enteredWith(target);
    const leaves = initialNodesOf(target).filter((node) => !node.children.some((child) => entered.includes(child)));
    return leaves.map((leaf) => [leaf, ...ancestorsOf(leaf)]);
  });
}

function automaticOf(definition: Pick<WorkflowDefinition, "delays">, node: TreeNode): readonly Automatic[] {
  const doneAtOnce = initialNodesOf(node).some((inner) => inner.kind === "final" && inner.parent === node);
  const seen = new Set<string>();
  return transitionsOf(node).flatMap((transition) => {
    const { cause, name, guard } = transition;
    const isFirst = !seen.has(`${cause} ${name}`);
    seen.add(`${cause} ${name}`);
    const moment = momentOf(definition, transition);
    if (moment === null || (cause === "onDone" && !doneAtOnce)) return [];
    return [{ transition, ...moment, free: isFirst && guard === null }];
  });
}

function momentOf(
  definition: Pick<WorkflowDefinition, "delays">,
  { cause, name }: TreeTransition,
): Pick<Automatic, "when" | "field"> | null {
  if (cause === "always" || cause === "onDone") return { when: "at-once", field: "" };
  const delay = cause === "after" ? delayOf(definition, name) : null;
  if (delay === null) return null;
  const { field, duration } = delay;
  if (field !== undefined) return { when: "by-date", field };
  return duration !== undefined && isUnderAMinute(duration) ? { when: "soon", field: "" } : null;
}
