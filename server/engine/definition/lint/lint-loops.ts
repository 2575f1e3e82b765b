import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { actionsOf, type TreeNode } from "../state-tree.ts";
import { type Automatic, automaticSteps, type Following } from "./automatic-steps.ts";
import type { Findings } from "./findings.ts";
import { entryOf, exitOf } from "./reach.ts";
import { titleOfNode } from "./title-of-node.ts";

/**
 * Loops that cases turn in by themselves, over `always` and delays that are over at once. It is an error only where
 * nothing whatever can end one: no rule, and for a delay no other way out of its stage. Else it is a warning that says
 * what it takes: rules that hold together, nobody who acts meanwhile, a date that is past.
 */
export function lintLoops(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  const { all, mustFollow, mayFollow } = automaticSteps(definition, root);
  const reported = new Set<TreeNode>();
  const fresh = (follow: Following) =>
    all.flatMap((start) => {
      const loop = loopFrom(start, follow);
      const stages = loop.map(({ transition }) => transition.source);
      if (loop.length === 0 || stages.some((stage) => reported.has(stage))) return [];
      for (const stage of stages) reported.add(stage);
      const names = [...stages, start.transition.source].map((stage) => titleOfNode(stage, findings));
      return [{ loop, path: start.transition.pointer, stages: names.join(" → ") }];
    });

  for (const { path, stages } of fresh(mustFollow)) findings.error("endless-loop", path, { stages });
  for (const { loop, path, stages } of fresh(mayFollow(({ when }) => when !== "by-date"))) {
    const isHeldByRules = !loop.every(({ free }) => free) || loop.every(({ when }) => when === "at-once");
    findings.warning(isHeldByRules ? "possible-loop" : "timer-loop", path, { stages });
  }
  for (const { loop, path, stages } of fresh(mayFollow(({ free }) => free))) {
    const { field } = loop.find(({ when }) => when === "by-date") ?? { field: "" };
    if (!writes(loop, field)) findings.warning("date-loop", path, { stages, field });
  }
}

/** The steps of a loop that comes back to the first; none when there is no loop. */
function loopFrom(start: Automatic, follow: Following): readonly Automatic[] {
  const seen = new Set<Automatic>();
  const search = (step: Automatic, way: readonly Automatic[]): readonly Automatic[] => {
    for (const next of follow(step)) {
      if (next === start) return [...way, step];
      if (seen.has(next)) continue;
      seen.add(next);
      const loop = search(next, [...way, step]);
      if (loop.length > 0) return loop;
    }
    return [];
  };
  return search(start, []);
}

/** Whether something on the way gives the field another value, so that the date is not the same the second time. */
function writes(loop: readonly Automatic[], field: string): boolean {
  const actions = loop.flatMap(({ transition }) => [
    ...transition.actions,
    ...exitOf(transition).flatMap(({ definition }) => actionsOf(definition.exit)),
    ...entryOf(transition).flatMap(({ definition }) => actionsOf(definition.entry)),
  ]);
  return actions.some(({ type, params = {} }) => type === "set" && Object.hasOwn(params, field));
}
