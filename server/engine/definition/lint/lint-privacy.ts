import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { referencesOf } from "../../schema/walk-schema.ts";
import type { Findings } from "./findings.ts";
import type { RuleNames } from "./lint-names.ts";

/** What is forgotten and when: the fields that the rules name must be there, references among them. */
export function lintPrivacy(
  { privacy = {}, schema = {} }: RecordTypeDefinition | WorkflowDefinition,
  { fields }: RuleNames,
  findings: Findings,
): void {
  const references = new Set(referencesOf(schema).map(({ field }) => field));
  for (const [n, field] of (privacy.about ?? []).entries()) {
    if (!references.has(field)) findings.error("not-a-reference", `/privacy/about/${n}`, { field });
  }
  for (const [n, field] of (privacy.keep ?? []).entries()) {
    if (fields?.has(field) === false) findings.error("unknown-field", `/privacy/keep/${n}`, { field });
  }
  for (const [n, { since }] of (privacy.retention ?? []).entries()) {
    if (since === undefined || since === "createdAt" || fields?.has(since) !== false) continue;
    findings.error("unknown-field", `/privacy/retention/${n}/since`, { field: since });
  }
}
