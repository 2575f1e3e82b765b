import type { GuardContribution } from "../../plugin-api/contributions/index.ts";
import type { GuardDefinition } from "../../plugin-api/workflow-definition.ts";
import { evaluateGuard } from "../execution/evaluate-guard.ts";
import type { RuleInput } from "../execution/rule-input.ts";
import { testValidator } from "./test-validator.ts";

/** A loan that is brought back, as rules read it. */
export const input: RuleInput = {
  case: { id: "c1", title: "Nadja", dueOn: "2026-03-10", fine: 250, shelf: "B2", memberId: "m1" },
  event: { returnedOn: "2026-03-12", note: "Très abîmé, à réparer", fine: 100 },
  related: { member: { id: "m1", name: "Ada", cardUntil: "2026-12-31", town: { name: "Angers" } }, branch: null },
  counts: {},
  today: "2026-03-10",
  now: "2026-03-10T09:00:00.000Z",
  timeZone: "Europe/Paris",
  language: "en",
};
const { event: _event, ...withoutEvent } = input;

/** The same before the form is filled in. */
export const blind: RuleInput = withoutEvent;

/** What the rule says of that loan. */
export function evaluate(
  guard: GuardDefinition,
  over: RuleInput = input,
  guards: { [id: string]: GuardContribution } = {},
) {
  return evaluateGuard(guard, over, { validator: testValidator, guards });
}
