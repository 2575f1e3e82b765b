import type { JsonObject } from "../../plugin-api/json.ts";
import type { MachineTimer, Step } from "../definition/machine.ts";
import { valueAt } from "../schema/value-at.ts";
import { addDuration, type Calendar, instantOf } from "../time/calendar.ts";
import type { Case } from "./case.ts";
import type { TimerPlan } from "./decision.ts";
import { sameJson } from "./merge-data.ts";

/** The running timers of a case after a decision, and how to get there. */
export interface TimerChange {
  readonly armed: Case["armed"];
  readonly arm: readonly TimerPlan[];
  readonly cancel: readonly string[];
  /** When the soonest is due. */
  readonly dueAt: string | null;
}

/** What the date of a timer is computed from. */
export interface TimerContext extends Calendar {
  /** UTC ISO-8601. */
  readonly now: string;
  /** The timer whose firing is decided on: it is over, whatever follows. */
  readonly fired?: string | undefined;
}

/**
 * Carries out what the machine asked of its timers, then computes again those whose field has changed. A timer that
 * takes its date from an empty field does not run.
 */
export function changeTimers(
  before: Pick<Case, "armed" | "data">,
  after: { readonly data: JsonObject; readonly step: Pick<Step, "requests" | "standing"> },
  context: TimerContext,
): TimerChange {
  const armed = new Map(Object.entries(before.armed));
  const timers = new Map<string, MachineTimer>();
  const run = (timer: MachineTimer): void => {
    const dueAt = dueAtOf(timer, after.data, context);
    timers.set(timer.key, timer);
    if (dueAt === null) armed.delete(timer.key);
    else armed.set(timer.key, dueAt);
  };
  if (context.fired !== undefined) armed.delete(context.fired);
  for (const request of after.step.requests) {
    if (request.kind === "cancel") armed.delete(request.key);
    if (request.kind === "arm") run(request.timer);
  }
  for (const timer of after.step.standing.timers) {
    if (!timers.has(timer.key) && fieldChanged(timer, before.data, after.data)) run(timer);
  }
  return {
    armed: Object.fromEntries(armed),
    arm: [...timers.values()].flatMap((timer) => planOf(timer, { armed, before: before.armed, fired: context.fired })),
    cancel: Object.keys(before.armed).filter((key) => !armed.has(key) && key !== context.fired),
    dueAt: [...armed.values()].sort()[0] ?? null,
  };
}

/** When a timer that is armed now is due; null while its field holds no date. UTC ISO-8601. */
export function dueAtOf({ when }: MachineTimer, data: JsonObject, context: TimerContext): string | null {
  const from = when.field === undefined ? context.now : valueAt(data, when.field);
  if (typeof from !== "string") return null;
  try {
    const inWorkingDays = when.workingDays === true;
    const due = when.duration === undefined ? from : addDuration(from, when.duration, { ...context, inWorkingDays });
    return instantOf(due, context.timeZone);
  } catch {
    return null;
  }
}

function fieldChanged({ when }: MachineTimer, before: JsonObject, after: JsonObject): boolean {
  return when.field !== undefined && !sameJson(valueAt(before, when.field), valueAt(after, when.field));
}

/** A timer that goes on as it was needs no row written. */
function planOf(
  { key, delay }: MachineTimer,
  runs: {
    readonly armed: ReadonlyMap<string, string>;
    readonly before: Case["armed"];
    readonly fired: string | undefined;
  },
): readonly TimerPlan[] {
  const dueAt = runs.armed.get(key);
  if (dueAt === undefined || (runs.before[key] === dueAt && runs.fired !== key)) return [];
  return [{ key, event: key, dueAt, delay }];
}
