import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import type { Reason } from "../../plugin-api/reason.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import { stageTitle } from "../definition/stages.ts";
import { say } from "../language/say.ts";
import type { Refused } from "./decision.ts";
import { eventTitle } from "./event-title.ts";

/** Refuses for a reason, or for several. */
export function refuse(refusal: Refused["refusal"], reasons: readonly Reason[]): Refused {
  return { accepted: false, refusal, reasons: distinct(reasons), errors: {} };
}

/** Refuses a form, or the record as it would become, with what is wrong by field: the first thing of each. */
export function refuseIssues(refusal: "form" | "record", issues: readonly SchemaIssue[], language: Language): Refused {
  const errors: { [field: string]: string } = {};
  for (const { path, message } of issues) errors[path] ??= message;
  return {
    accepted: false,
    refusal,
    reasons: [{ code: refusal, message: say(language, `refuse.${refusal}`) }],
    errors,
  };
}

/** Refuses what would make the machine turn without end. */
export function refuseEndless(language: Language): Refused {
  return refuse("rule", [{ code: "endless-loop", message: say(language, "refuse.endless") }]);
}

/** Refuses an event that the stage does not know. */
export function refuseNotInStage(
  workflow: CompiledWorkflow,
  event: string,
  at: { readonly stage: string; readonly language: Language },
): Refused {
  const { stage, language } = at;
  const message = say(language, "refuse.not-in-stage", {
    action: eventTitle(workflow, event, language),
    stage: stageTitle(workflow.stages, stage, language),
  });
  return refuse("not-in-stage", [{ code: "not-in-stage", message }]);
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [`${reason.code} ${reason.field} ${reason.message}`, reason])).values()];
}
