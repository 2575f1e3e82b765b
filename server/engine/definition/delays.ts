import type { DelayDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { isDuration } from "../time/duration.ts";

/** When a key of `after` is due: a named delay, a duration, or XState's milliseconds. Null when it is none of them. */
export function delayOf(definition: Pick<WorkflowDefinition, "delays">, name: string): DelayDefinition | null {
  const { delays = {} } = definition;
  const named = Object.hasOwn(delays, name) ? delays[name] : undefined;
  if (named !== undefined) return named;
  if (isDuration(name)) return { duration: name };
  return /^\d{1,12}$/.test(name) ? { duration: `PT${(Number(name) / 1000).toFixed(3)}S` } : null;
}

/** The event that a delay of a state sends, as XState names it: it is the key of the timer too. */
export function afterEvent(delay: string, nodeId: string): string {
  return `xstate.after.${/^\d+$/.test(delay) ? Number(delay) : delay}.${nodeId}`;
}
