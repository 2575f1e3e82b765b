import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { LintAnswer } from "./finding.ts";
import type { LintContext } from "./lint-context.ts";

/** Everything that is wrong or doubtful in a workflow whose shape is right, each with its place. */
export function lintWorkflow(_definition: WorkflowDefinition, _context: LintContext): LintAnswer {
  throw new Error("not built yet");
}
