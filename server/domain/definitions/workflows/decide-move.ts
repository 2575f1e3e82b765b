import type { Case } from "../../../engine/execution/case.ts";
import type { Decision } from "../../../engine/execution/decision.ts";
import type { Facts } from "../../../engine/execution/facts.ts";
import { moveCase, type Versions } from "../../../engine/rehearsal/move-case.ts";

/** What the timers of a moved case count from: its move, or the day that it entered its stage. */
export const timerChoices = ["from-now", "from-stage"] as const;
/** One of {@link timerChoices}. */
export type TimerChoice = (typeof timerChoices)[number];

/** The case in another version of its workflow: in `stage`, or where it stands when that is null. */
export function decideMove(
  versions: Versions,
  current: Case,
  { stage, timers }: { readonly stage: string | null; readonly timers: TimerChoice },
  facts: Facts,
): Decision {
  const decision = moveCase(versions, current, stage, facts);
  if (!decision.accepted || timers === "from-now") return decision;
  const asOfStage = moveCase(versions, current, stage, { ...facts, now: current.stageSince });
  if (!asOfStage.accepted) return decision;
  const { armed, dueAt } = asOfStage.after;
  return { ...decision, after: { ...decision.after, armed, dueAt }, arm: asOfStage.arm };
}
