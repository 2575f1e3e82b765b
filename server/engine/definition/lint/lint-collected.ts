import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import { inLanguage } from "../../../plugin-api/text.ts";
import type { GuardDefinition, WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { innerGuards } from "../../execution/guards/combined-guards.ts";
import { caseFieldsRequired } from "../../execution/guards/schema-guard.ts";
import { fieldsOf } from "../../schema/walk-schema.ts";
import {
  actionsOf,
  initialNodesOf,
  nodesOf,
  type TreeNode,
  type TreeTransition,
  transitionsOf,
} from "../state-tree.ts";
import type { Findings } from "./findings.ts";
import { reachableFrom } from "./reach.ts";

/** Required fields that nothing asks for before they are required. Without a form of creation, creating asks for all. */
export function lintCollected(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  const { schema = {}, create, forms = {} } = definition;
  const form = typeof create?.form === "string" ? forms[create.form] : create?.form;
  if (form === undefined) return;
  const fields = fieldsOf(schema);
  const given = new Set([...names(form), ...derived(schema), ...setBy(initialNodesOf(root))]);
  for (const { name, schema: field, required } of fields) {
    if (!required || given.has(name)) continue;
    const title = inLanguage(field["x-title"] ?? name, findings.context.language);
    findings.warning("required-not-collected", "/create/form", { field: title });
  }

  const transitions = nodesOf(root).flatMap(transitionsOf);
  const everSet = new Set([...setBy(nodesOf(root)), ...transitions.flatMap(({ actions }) => fieldsSet(actions))]);
  for (const transition of transitions) {
    const asked = new Set(transitions.flatMap((earlier) => askedBefore(definition, earlier, transition)));
    for (const field of requiredByRule(transition.guard)) {
      if (given.has(field) || everSet.has(field) || asked.has(field) || !fields.some(({ name }) => name === field))
        continue;
      findings.warning("rule-not-collected", `${transition.pointer}/guard`, { field });
    }
  }
}

/** The fields that the earlier transition's form asks for, when it can come before the later one. */
function askedBefore(
  { forms = {} }: WorkflowDefinition,
  earlier: TreeTransition,
  later: TreeTransition,
): readonly string[] {
  const form = forms[earlier.definition.meta?.form ?? earlier.name];
  if (form === undefined || earlier === later || !reachableFrom(earlier.source).has(later.source)) return [];
  return names(form);
}

function requiredByRule(guard: GuardDefinition | null): readonly string[] {
  if (guard === null) return [];
  const { type, params = {} } = guard;
  if (type === "schema") return caseFieldsRequired(params);
  return type === "all" ? innerGuards(params).flatMap(requiredByRule) : [];
}

function names(schema: DataSchema): readonly string[] {
  return fieldsOf(schema).map(({ name }) => name);
}

function derived(schema: DataSchema): readonly string[] {
  return fieldsOf(schema).flatMap((field) => (field.schema["x-derived"] === true ? [field.name] : []));
}

function setBy(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap(({ definition }) => fieldsSet([...actionsOf(definition.entry), ...actionsOf(definition.exit)]));
}

function fieldsSet(actions: TreeTransition["actions"]): readonly string[] {
  return actions.flatMap(({ type, params = {} }) => (type === "set" ? Object.keys(params) : []));
}
