import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { LintAnswer } from "./finding.ts";
import type { LintContext } from "./lint-context.ts";

/** Everything that is wrong or doubtful in a record type whose shape is right, each with its place. */
export function lintRecordType(_definition: RecordTypeDefinition, _context: LintContext): LintAnswer {
  throw new Error("not built yet");
}
