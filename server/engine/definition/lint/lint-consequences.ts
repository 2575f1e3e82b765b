import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { fieldsOf } from "../../schema/walk-schema.ts";
import type { Findings } from "./findings.ts";
import { lintAction } from "./lint-action.ts";
import { lintGuard } from "./lint-guard.ts";
import type { RuleNames } from "./lint-names.ts";

/** What follows from every change of a record, of whichever kind: computed values and effects. */
export function lintConsequences(
  { schema = {}, derived = [], effects = {} }: RecordTypeDefinition | WorkflowDefinition,
  names: RuleNames,
  findings: Findings,
): void {
  for (const [n, { field, when }] of derived.entries()) {
    lintGuard(when, { path: `/derived/${n}/when`, names }, findings);
    const target = fieldsOf(schema).find(({ name }) => name === field);
    if (target === undefined) findings.error("unknown-field", `/derived/${n}/field`, { field });
    else if (target.schema.type !== "array") findings.error("derived-not-array", `/derived/${n}/field`);
  }
  for (const cause of ["create", "update"] as const) {
    for (const [n, action] of (effects[cause] ?? []).entries()) {
      lintAction(action, { path: `/effects/${cause}/${n}`, names }, findings);
    }
  }
}
