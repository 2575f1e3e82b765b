import type { DataSchema } from "../../../plugin-api/data-schema.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { allFieldsOf, fieldsOf } from "../../schema/walk-schema.ts";
import { nodesOf, type TreeNode, token, transitionsOf } from "../state-tree.ts";
import type { Findings } from "./findings.ts";
import { fieldPointer, lintHints } from "./lint-data.ts";

/** The forms: that they are there and used, and that the data have their fields. */
export function lintForms(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  const { forms = {}, create } = definition;
  const used = new Set<string>();
  const use = (form: string, path: string): void => {
    used.add(form);
    if (!Object.hasOwn(forms, form)) findings.error("unknown-form", path, { form });
  };
  for (const transition of nodesOf(root).flatMap(transitionsOf)) {
    used.add(transition.name);
    const form = transition.definition.meta?.form;
    if (form !== undefined) use(form, `${transition.pointer}/meta/form`);
  }
  if (typeof create?.form === "string") use(create.form, "/create/form");
  if (typeof create?.form === "object") lintForm(definition, { form: create.form, path: "/create/form" }, findings);
  for (const [id, form] of Object.entries(forms)) {
    const path = `/forms/${token(id)}`;
    lintForm(definition, { form, path }, findings);
    if (!used.has(id)) findings.warning("unused-form", path, { form: id });
  }
}

function lintForm(
  { schema = {} }: WorkflowDefinition,
  { form, path }: { readonly form: DataSchema; readonly path: string },
  findings: Findings,
): void {
  const data = new Set(allFieldsOf(schema).map((field) => field.path));
  const open = schema.additionalProperties === true;
  for (const { name } of open ? [] : fieldsOf(form)) {
    if (data.has(name) || name === "assigneeId") continue;
    findings.error("unknown-form-field", fieldPointer(path, name), { field: name });
  }
  for (const [n, name] of (form.required ?? []).entries()) {
    if (fieldsOf(form).some((field) => field.name === name)) continue;
    findings.error("unknown-form-field", `${path}/required/${n}`, { field: name });
  }
  lintHints(form, path, findings);
}
