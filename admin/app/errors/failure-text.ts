import { sentencesOf, statusOf } from "../api/api-problem.ts";
import type { Say } from "../i18n/use-say.ts";

/** Why something did not happen, as anyone may read it: what a defect says of itself is not shown. */
export function failureText(error: unknown, say: Say): string {
  return statusOf(error) === null ? say("errors.refusedText") : sentencesOf(error).join(" ");
}
