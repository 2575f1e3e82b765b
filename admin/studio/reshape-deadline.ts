import { delayOf } from "../../server/engine/definition/delays.ts";
import {
  nodesOf,
  stateTree,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../../server/engine/definition/state-tree.ts";
import type { Text } from "../../server/plugin-api/text.ts";
import type {
  DelayDefinition,
  StateDefinition,
  Transitions,
  WorkflowDefinition,
} from "../../server/plugin-api/workflow-definition.ts";
import { type TransitionPlace, transitionAt, withTransition } from "./reshape-machine.ts";
import {
  type DeadlineUnit,
  delayOfLength,
  type NewDeadline,
  outcomeOf,
  unusedDelay,
  withDelay,
} from "./shape-details.ts";
import { changedStage, titledAs } from "./shape-machine.ts";

/** What the form of a deadline asks once it is there; what it cannot express is not asked, and stays. */
export type DeadlineAnswers = Partial<Omit<NewDeadline, "from">>;

/** What the form of that deadline would have asked. */
export function deadlineAnswers(definition: WorkflowDefinition, place: TransitionPlace): DeadlineAnswers {
  const transition = transitionAt(definition, place);
  if (!transition) return {};
  return { ...lengthOf(delayOf(definition, place.name)), ...outcomeAnswers(transition) };
}

function lengthOf(delay: DelayDefinition | null): DeadlineAnswers {
  const [, count, letter = ""] = /^P(\d+)([DMY])$/.exec(delay?.duration ?? "") ?? [];
  if (count === undefined) return {};
  const units: { readonly [letter: string]: DeadlineUnit } = { D: "days", M: "months", Y: "years" };
  const unit = delay?.workingDays && letter === "D" ? "workingDays" : units[letter];
  return unit ? { count: Number(count), unit } : {};
}

function outcomeAnswers(transition: TreeTransition): DeadlineAnswers {
  const { definition, actions, guard } = transition;
  if (guard !== null || Object.keys(definition).some((name) => name !== "target" && name !== "actions")) return {};
  const [target, ...others] = targetsOf(transition);
  const [action, ...more] = actions;
  if (target && others.length === 0 && !action) return { outcome: "move", to: target.path };
  if (target || action?.type !== "task" || more.length > 0) return {};
  const { title, dueIn, assignee, ...params } = action.params ?? {};
  if (Object.keys(params).length > 0 || dueIn !== "P0D" || assignee !== "$case.assigneeId") return {};
  const { titleFr, titleEn } = titledAs(title as Text);
  return { outcome: "task", taskFr: titleFr, ...(titleEn && { taskEn: titleEn }) };
}

/** The definition with that deadline as asked; a delay that others count by is left to them. */
export function withChangedDeadline(
  definition: WorkflowDefinition,
  place: TransitionPlace,
  asked: DeadlineAnswers,
): WorkflowDefinition {
  const { outcome, count, unit } = asked;
  const before = deadlineAnswers(definition, place);
  const isOther = (["outcome", "to", "taskFr", "taskEn"] as const).some((name) => asked[name] !== before[name]);
  const acting =
    outcome && isOther
      ? withTransition(definition, place, () => outcomeOf(definition, { ...asked, outcome }))
      : definition;
  if (count === undefined || unit === undefined || (before.count === count && before.unit === unit)) return acting;
  const { duration: _, workingDays: __, ...kept } = delayOf(definition, place.name) ?? {};
  const delay: DelayDefinition = { ...kept, ...delayOfLength({ count, unit }) };
  const name = unusedDelay(acting, delay);
  const renamed = changedStage(acting, place.from, (state) => ({
    ...state,
    after: renamedKey(state.after ?? {}, place.name, name),
  }));
  return withoutIdleDelay(withDelay(renamed, name, delay), place.name);
}

/** The definition without that deadline. */
export function withoutDeadline(definition: WorkflowDefinition, place: TransitionPlace): WorkflowDefinition {
  return withoutIdleDelay(
    withTransition(definition, place, () => null),
    place.name,
  );
}

/** Alternatives of one delay stay together: all of them wait as long. */
function renamedKey(after: NonNullable<StateDefinition["after"]>, name: string, next: string) {
  return Object.fromEntries(
    Object.entries(after).map(([key, each]): [string, Transitions] => [key === name ? next : key, each]),
  );
}

function withoutIdleDelay(definition: WorkflowDefinition, name: string): WorkflowDefinition {
  const isUsed = nodesOf(stateTree(definition))
    .flatMap(transitionsOf)
    .some((each) => each.cause === "after" && each.name === name);
  const { [name]: idle, ...delays } = definition.delays ?? {};
  if (isUsed || idle === undefined) return definition;
  const { delays: _, ...rest } = definition;
  return Object.keys(delays).length > 0 ? { ...rest, delays } : rest;
}
