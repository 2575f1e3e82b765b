import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { LintAnswer } from "./finding.ts";
import { createFindings, type Findings } from "./lint/findings.ts";
import { lintCollected } from "./lint/lint-collected.ts";
import { lintData, ruleNames } from "./lint/lint-data.ts";
import { lintFlow } from "./lint/lint-flow.ts";
import { lintForms } from "./lint/lint-forms.ts";
import { lintMachine } from "./lint/lint-machine.ts";
import { lintNeighbours } from "./lint/lint-neighbours.ts";
import { lintPrivacy } from "./lint/lint-privacy.ts";
import { lintRights, lintRoles } from "./lint/lint-rights.ts";
import { lintAction, lintGuard, type RuleNames } from "./lint/lint-rules.ts";
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
  lintDefinitionRules(definition, names, findings);
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

function lintDefinitionRules(definition: WorkflowDefinition, names: RuleNames, findings: Findings): void {
  const creation = guardOf(definition.create?.guard);
  if (creation !== null) lintGuard(creation, { path: "/create/guard", names }, findings);
  for (const [n, { when }] of (definition.derived ?? []).entries()) {
    lintGuard(when, { path: `/derived/${n}/when`, names }, findings);
  }
  for (const cause of ["create", "update"] as const) {
    for (const [n, action] of (definition.effects?.[cause] ?? []).entries()) {
      lintAction(action, { path: `/effects/${cause}/${n}`, names }, findings);
    }
  }
}
