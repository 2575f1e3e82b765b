import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { LintAnswer } from "./finding.ts";
import { createFindings } from "./lint/findings.ts";
import { lintConsequences } from "./lint/lint-consequences.ts";
import { lintData } from "./lint/lint-data.ts";
import { ruleNames } from "./lint/lint-names.ts";
import { lintPrivacy } from "./lint/lint-privacy.ts";
import { lintRights } from "./lint/lint-rights.ts";
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
  lintConsequences(definition, names, findings);
  lintRights(definition.permissions ?? {}, { fields: names.fields, events: new Set() }, findings);
  lintPrivacy(definition, names, findings);
  lintViews(definition, { fields: names.fields, stages: [] }, findings);
  lintTexts(definition, "", findings);
  return findings.answer();
}
