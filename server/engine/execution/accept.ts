import type { JsonObject } from "../../plugin-api/json.ts";
import type { ActionDefinition } from "../../plugin-api/workflow-definition.ts";
import type { CompiledWorkflow } from "../definition/compiled-workflow.ts";
import type { Step } from "../definition/machine.ts";
import type { Case } from "./case.ts";
import type { Accepted } from "./decision.ts";
import type { Facts } from "./facts.ts";
import { flattenRecord } from "./flatten-record.ts";
import { changesBetween } from "./merge-data.ts";
import { planEffects } from "./plan-effects.ts";
import { changeTimers } from "./timers.ts";

/** What was decided, before its consequences are worked out. */
export interface Verdict {
  readonly before: Case;
  readonly step: Pick<Step, "position" | "standing" | "requests">;
  readonly data: JsonObject;
  readonly assigneeId: string | null;
  /** The payload, for the expressions of effects. */
  readonly payload: JsonObject;
  /** The timer that is firing. */
  readonly fired?: string | undefined;
  /** Effects of the definition that follow those of the machine. */
  readonly effects: readonly ActionDefinition[];
}

/** The accepted decision: the case after it, what changed, its timers and its effects. */
export function accept(workflow: CompiledWorkflow, verdict: Verdict, facts: Facts): Accepted {
  const { before, step, data, assigneeId } = verdict;
  const { position, standing, requests } = step;
  const timers = changeTimers(before, { data, step }, { ...calendarOf(facts), now: facts.now, fired: verdict.fired });
  const after: Case = {
    ...before,
    version: before.version + 1,
    updatedAt: facts.now,
    data,
    state: position.state,
    remembered: position.remembered,
    armed: timers.armed,
    stage: standing.stage,
    status: standing.done ? "done" : "active",
    assigneeId,
    stageSince: standing.stage === before.stage ? before.stageSince : facts.now,
    dueAt: timers.dueAt,
    workflowVersion: workflow.version,
  };
  const actions = [...requests.flatMap((request) => (request.kind === "do" ? [request] : [])), ...verdict.effects];
  return {
    accepted: true,
    after,
    from: before.version === 0 ? null : before.stage,
    to: after.stage,
    changes: changesBetween({ ...before.data, assigneeId: before.assigneeId }, { ...data, assigneeId }),
    arm: timers.arm,
    cancel: timers.cancel,
    effects: effectsOf(actions, { after, payload: verdict.payload, facts }),
  };
}

function effectsOf(
  actions: readonly ActionDefinition[],
  { after, payload, facts }: { readonly after: Case; readonly payload: JsonObject; readonly facts: Facts },
): Accepted["effects"] {
  if (actions.length === 0) return [];
  const { now, actor, related } = facts;
  const scope = { ...calendarOf(facts), case: flattenRecord(after), event: payload, related, actor, now };
  return planEffects(actions, { scope, key: `${after.id}/${after.version}` });
}

/** A case before it is created: version 0, nothing in it. */
export function unborn(workflow: CompiledWorkflow, id: string, now: string): Case {
  return {
    id,
    type: workflow.definition.id,
    version: 0,
    createdAt: now,
    updatedAt: now,
    data: {},
    state: null,
    remembered: {},
    armed: {},
    stage: "",
    status: "active",
    assigneeId: null,
    stageSince: now,
    dueAt: null,
    workflowVersion: workflow.version,
  };
}

function calendarOf({ timeZone, workingDays, holidays }: Facts) {
  return {
    timeZone,
    ...(workingDays !== undefined && { workingDays }),
    ...(holidays !== undefined && { holidays }),
  };
}
