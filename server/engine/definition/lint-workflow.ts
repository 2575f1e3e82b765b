import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { LintAnswer } from "./finding.ts";
import { createFindings, type Findings } from "./lint/findings.ts";
import { lintAction } from "./lint/lint-action.ts";
import { lintCollected } from "./lint/lint-collected.ts";
import { lintConsequences } from "./lint/lint-consequences.ts";
import { lintData } from "./lint/lint-data.ts";
import { lintFlow } from "./lint/lint-flow.ts";
import { lintForms } from "./lint/lint-forms.ts";
import { lintGuard } from "./lint/lint-guard.ts";
import { lintMachine } from "./lint/lint-machine.ts";
import { type RuleNames, ruleNames } from "./lint/lint-names.ts";
import { lintNeighbours } from "./lint/lint-neighbours.ts";
import { lintPrivacy } from "./lint/lint-privacy.ts";
import { lintRights, lintRoles } from "./lint/lint-rights.ts";
import { lintTexts } from "./lint/lint-texts.ts";
import { lintViews } from "./lint/lint-views.ts";
import type { LintContext } from "./lint-context.ts";
import { oversizesOf } from "./oversize.ts";
import { stagesOf } from "./stages.ts";
import { actionsOf, guardOf, nodesOf, stateTree, type TreeNode, transitionsOf } from "./state-tree.ts";

/**
 * Everything that is wrong or doubtful in a workflow whose shape is right, each with its place.
 *
 * @example
 * const { errors, warnings } = lintWorkflow(definition, context);
 * errors.map(({ path, message }) => `${path}: ${message}`);
 */
export function lintWorkflow(definition: WorkflowDefinition, context: LintContext): LintAnswer {
  const findings = createFindings(context);
  const root = stateTree(definition);
  const names = ruleNames(definition.schema, definition.id);
  const oversizes = oversizesOf(root);
  for (const { what, count, most } of oversizes) findings.error(`too-many-${what}`, "/machine", { count, most });
  // The rest would take as long to look at as such a machine to run.
  if (oversizes.length > 0) return findings.answer();

  const events = new Set(nodesOf(root).flatMap((node) => Object.keys(node.definition.on ?? {})));

  lintMachine(definition, root, findings);
  lintFlow(definition, root, findings);
  for (const node of nodesOf(root)) lintNodeRules(node, names, findings);
  const creation = guardOf(definition.create?.guard);
  if (creation !== null) lintGuard(creation, { path: "/create/guard", names }, findings);
  lintConsequences(definition, names, findings);
  lintForms(definition, root, findings);
  lintCollected(definition, root, findings);
  lintData(definition.schema ?? {}, definition.id, findings);
  lintNeighbours(definition, root, findings);
  lintRights(definition.permissions ?? {}, { fields: names.fields, events }, findings);
  lintPrivacy(definition, names, findings);
  lintRoles(definition.create?.roles ?? [], "/create/roles", findings);
  lintViews(definition, { fields: names.fields, stages: stagesOf(definition) }, findings);
  lintTexts(definition, "", findings);
  return findings.answer();
}

function lintNodeRules(node: TreeNode, names: RuleNames, findings: Findings): void {
  for (const { guard, actions, pointer } of transitionsOf(node)) {
    if (guard !== null) lintGuard(guard, { path: `${pointer}/guard`, names }, findings);
    for (const action of actions) lintAction(action, { path: `${pointer}/actions`, names }, findings);
  }
  for (const moment of ["entry", "exit"] as const) {
    for (const action of actionsOf(node.definition[moment])) {
      lintAction(action, { path: `${node.pointer}/${moment}`, names }, findings);
    }
  }
}
