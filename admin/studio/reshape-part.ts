import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { type DeadlineAnswers, deadlineAnswers, withChangedDeadline, withoutDeadline } from "./reshape-deadline.ts";
import {
  type ActionAnswers,
  actionAnswers,
  type StageAnswers,
  stageAnswers,
  withChangedAction,
  withChangedStage,
  withoutStage,
  withTransition,
} from "./reshape-machine.ts";
import { answersOf, type RuleAnswers, rulesOf, withChangedRule, withoutRule } from "./shape-rules.ts";
import type { KnownPart } from "./shape-schema.ts";

/** What the form of that part begins with. */
export function answersNow(part: KnownPart, definition: WorkflowDefinition): object {
  switch (part.what) {
    case "stage":
      return stageAnswers(definition, part.path);
    case "action":
      return actionAnswers(definition, part.place);
    case "deadline":
      return deadlineAnswers(definition, part.place);
    case "rule": {
      const rule = rulesOf(definition).find(({ key }) => key === part.key);
      return rule ? answersOf(rule.guard) : {};
    }
  }
}

/** The definition with that part as its form was filled in. */
export function reshaped(part: KnownPart, definition: WorkflowDefinition, answers: object): WorkflowDefinition {
  switch (part.what) {
    case "stage":
      return withChangedStage(definition, part.path, answers as StageAnswers);
    case "action":
      return withChangedAction(definition, part.place, answers as ActionAnswers);
    case "deadline":
      return withChangedDeadline(definition, part.place, answers as DeadlineAnswers);
    case "rule":
      return withChangedRule(definition, part.key, answers as RuleAnswers);
  }
}

/** The definition without that part. */
export function withoutPart(part: KnownPart, definition: WorkflowDefinition): WorkflowDefinition {
  switch (part.what) {
    case "stage":
      return withoutStage(definition, part.path);
    case "action":
      return withTransition(definition, part.place, () => null);
    case "deadline":
      return withoutDeadline(definition, part.place);
    case "rule":
      return withoutRule(definition, part.key);
  }
}
