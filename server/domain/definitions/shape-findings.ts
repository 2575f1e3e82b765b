import type { LintAnswer } from "../../engine/definition/finding.ts";
import type { SchemaIssue } from "../../plugin-api/data-schema.ts";

/** What is wrong with the shape of a definition, as lint tells it: an error for each place. */
export function shapeFindings(issues: readonly SchemaIssue[]): LintAnswer {
  const errors = issues.map(({ path, message }) => ({
    code: "shape",
    message,
    path: path === "" ? "" : `/${path.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll(".", "/")}`,
  }));
  return { errors, warnings: [] };
}
