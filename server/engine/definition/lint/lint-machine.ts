import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { fieldsOf } from "../../schema/walk-schema.ts";
import { isDuration } from "../../time/duration.ts";
import { asList } from "../as-list.ts";
import { delayOf } from "../delays.ts";
import {
  actionsOf,
  initialName,
  initialOf,
  isStage,
  nodesOf,
  type TreeNode,
  targetOf,
  token,
  transitionsOf,
} from "../state-tree.ts";
import type { Findings } from "./findings.ts";
import { entryOf, exitOf } from "./reach.ts";

/** What XState itself would refuse or misread: targets, initial stages, ids, code, delays. */
export function lintMachine(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  if ("context" in root.definition && root.definition.context !== undefined)
    findings.warning("ignored-context", "/machine/context");
  for (const node of nodesOf(root)) {
    lintNode(node, findings);
    lintTargets(node, findings);
    for (const delay of Object.keys(node.definition.after ?? {})) {
      const path = `${node.pointer}/after/${token(delay)}`;
      if (delayOf(definition, delay) === null) findings.error("unknown-delay", path, { delay });
    }
  }
  lintUndo(root, findings);
  lintIds(root, findings);
  lintDelays(definition, root, findings);
}

/** What only code could answer, and what XState once called guards: passed over, they would let everything through. */
const beyondJson = { state: ["invoke", "activities"], transition: ["cond", "in"] } as const;

function lintNode(node: TreeNode, findings: Findings): void {
  const { on = {} } = node.definition;
  lintSupport(node, beyondJson.state, findings);
  for (const transition of transitionsOf(node)) lintSupport(transition, beyondJson.transition, findings);
  const target = initialName(node.definition);
  if (target === undefined && node.kind === "compound") findings.error("missing-initial", node.pointer);
  if (target !== undefined && initialOf(node) === null) {
    findings.error("unknown-initial", `${node.pointer}/initial`, { target });
  }
  for (const event of Object.keys(on)) {
    const path = `${node.pointer}/on/${token(event)}`;
    if (event.startsWith("xstate.") || event === "") findings.error("reserved-event", path, { event });
  }
}

/** An empty list is how XState exports that there are none. */
function lintSupport(
  { definition, pointer }: { readonly definition: object; readonly pointer: string },
  features: readonly string[],
  findings: Findings,
): void {
  for (const [feature, value] of Object.entries(definition)) {
    const isUsed = features.includes(feature) && asList<unknown>(value).length > 0;
    if (isUsed) findings.error("unsupported", `${pointer}/${feature}`, { feature });
  }
}

function lintTargets(node: TreeNode, findings: Findings): void {
  for (const transition of transitionsOf(node)) {
    for (const target of asList(transition.definition.target)) {
      if (targetOf(node, target) !== null) continue;
      findings.error("unknown-target", transition.pointer, { target });
    }
  }
  const { target } = node.definition;
  if (node.kind === "history" && target !== undefined && targetOf(node, target) === null) {
    findings.error("unknown-target", `${node.pointer}/target`, { target });
  }
}

/** What acts beyond the case, on the way or in the stages that are left and entered, cannot be taken back with it. */
function lintUndo(root: TreeNode, findings: Findings): void {
  for (const transition of nodesOf(root).flatMap(transitionsOf)) {
    const { meta, actions } = transition.definition;
    if (meta?.undo === undefined) continue;
    const path = `${transition.pointer}/meta/undo`;
    if (!isDuration(meta.undo)) findings.error("bad-duration", path, { duration: meta.undo });
    const left = exitOf(transition).flatMap(({ definition }) => actionsOf(definition.exit));
    const entered = entryOf(transition).flatMap(({ definition }) => actionsOf(definition.entry));
    const beyond = [...left, ...actionsOf(actions), ...entered].filter(({ type }) => type !== "set");
    if (beyond.length > 0)
      findings.error("undo-with-effects", path, { actions: beyond.map(({ type }) => type).join(", ") });
  }
}

function lintIds(root: TreeNode, findings: Findings): void {
  const seen = new Set<string>();
  for (const node of nodesOf(root)) {
    if (seen.has(node.id)) findings.error("duplicate-id", `${node.pointer}/id`, { id: node.id });
    seen.add(node.id);
  }
}

function lintDelays(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  const used = new Set(nodesOf(root).flatMap((node) => Object.keys(node.definition.after ?? {})));
  const fields = new Set(fieldsOf(definition.schema ?? {}).map(({ name }) => name));
  for (const [delay, { duration, field }] of Object.entries(definition.delays ?? {})) {
    const path = `/delays/${token(delay)}`;
    if (duration === undefined && field === undefined) findings.error("empty-delay", path);
    if (duration !== undefined && !isDuration(duration)) findings.error("bad-duration", path, { duration });
    const [name = ""] = field?.split(".") ?? [];
    if (field !== undefined && !fields.has(name)) findings.error("unknown-field", `${path}/field`, { field });
    if (!used.has(delay)) findings.warning("unused-delay", path, { delay });
  }
}

/** Whether a case can stand in the node itself, nothing being inside it. */
export function isLeaf(node: TreeNode): boolean {
  return isStage(node) && !node.children.some(isStage);
}
