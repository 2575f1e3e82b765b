import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import { fieldsOf } from "../schema/walk-schema.ts";
import type { LintAnswer } from "./finding.ts";
import { createFindings } from "./lint/findings.ts";
import { lintData, ruleNames } from "./lint/lint-data.ts";
import { lintPrivacy } from "./lint/lint-privacy.ts";
import { lintRights } from "./lint/lint-rights.ts";
import { lintAction, lintGuard } from "./lint/lint-rules.ts";
import { lintTexts } from "./lint/lint-texts.ts";
import { lintViews } from "./lint/lint-views.ts";
import type { LintContext } from "./lint-context.ts";

/** Everything that is wrong or doubtful in a record type whose shape is right, each with its place. */
export function lintRecordType(definition: RecordTypeDefinition, context: LintContext): LintAnswer {
  const findings = createFindings(context);
  const names = ruleNames(definition.schema, definition.id);
  lintData(definition.schema, definition.id, findings);
  for (const [n, key] of (definition.keys ?? []).entries()) {
    for (const field of key) {
      if (names.fields?.has(field) === false) findings.error("unknown-field", `/keys/${n}`, { field });
    }
  }
  for (const [n, { field, when }] of (definition.derived ?? []).entries()) {
    lintGuard(when, { path: `/derived/${n}/when`, names }, findings);
    const target = fieldsOf(definition.schema).find(({ name }) => name === field);
    if (target === undefined) findings.error("unknown-field", `/derived/${n}/field`, { field });
    else if (target.schema.type !== "array") findings.error("derived-not-array", `/derived/${n}/field`);
  }
  for (const cause of ["create", "update"] as const) {
    for (const [n, action] of (definition.effects?.[cause] ?? []).entries()) {
      lintAction(action, { path: `/effects/${cause}/${n}`, names }, findings);
    }
  }
  lintRights(definition.permissions ?? {}, { fields: names.fields, events: new Set() }, findings);
  lintPrivacy(definition, names, findings);
  lintViews(definition, { fields: names.fields, stages: [] }, findings);
  lintTexts(definition, "", findings);
  return findings.answer();
}
