import { effectActions } from "../../engine/execution/built-in-actions.ts";
import { flattenRecord, isCase } from "../../engine/execution/flatten-record.ts";
import { mergeData } from "../../engine/execution/merge-data.ts";
import { isObject } from "../../engine/schema/is-object.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import { notAWorkflow } from "../cases/case-errors.ts";
import { planEvent } from "../cases/plan-event.ts";
import { type Caller, engineCaller } from "../changes/caller.ts";
import { carryOut } from "../changes/carry-out.ts";
import type { Change } from "../changes/change.ts";
import type { Office } from "../changes/office.ts";
import type { DueEffect } from "../changes/work-queue.ts";
import { DomainError } from "../domain-error.ts";
import { findType } from "../records/find-type.ts";
import { refreshNames, refreshNamesEffect } from "../records/naming/refresh-names.ts";
import { planCreation } from "../records/plan-creation.ts";
import { unknownRecord } from "../records/record-errors.ts";
import { planUpdate } from "../records/update-record.ts";
import { tasksRecordType } from "../tasks/tasks-record-type.ts";
import { malformedAction, unknownAction } from "./effect-errors.ts";
import { type EffectTarget, effectTargets } from "./effect-targets.ts";
import { taskData } from "./task-data.ts";

/** Effects that the engine does by itself, and quickly; the others are actions of plugins. */
export const engineEffects: readonly string[] = [...effectActions, refreshNamesEffect];

/**
 * Does what an effect asks, in the name of whoever caused it, and marks it done in the same transaction. Answers the
 * changes that it made. A second time it changes nothing.
 *
 * @throws what it was refused with; it is then to be tried again.
 */
export async function runEffect(office: Office, effect: DueEffect): Promise<readonly Change[]> {
  const caller = engineCaller(office, { id: effect.actorId, name: effect.actorName });
  switch (effect.type) {
    case "create":
      return create(office, caller, { effect, ...creationOf(effect) });
    case "task":
      return create(office, caller, { effect, type: tasksRecordType.id, data: taskData(office, effect) });
    case "send":
    case "update":
      return changeTargets(office, caller, effect);
    case refreshNamesEffect:
      await refreshNames(office, effect);
      return [];
    default:
      return runAction(office, effect);
  }
}

function creationOf({ params }: DueEffect): { readonly type: string; readonly data: JsonObject } {
  const { type, data } = params;
  if (typeof type !== "string" || !isObject(data)) throw malformedAction("create", "{ type, data }");
  return { type, data: mergeData({}, data) };
}

interface Creation {
  readonly effect: DueEffect;
  readonly type: string;
  readonly data: JsonObject;
}

async function create(
  office: Office,
  caller: Caller,
  { effect, type: id, data }: Creation,
): Promise<readonly Change[]> {
  const type = findType(office, id);
  const body = type.kind === "workflow" ? await withoutStrangers(office, data) : data;
  const mark = { settles: { effectKey: effect.key }, depth: effect.depth + 1 };
  const { change, how } = await carryOut(office, async () => {
    return { ...(await planCreation(office, caller, { type, body })), ...mark };
  });
  return change !== null && how === "done" ? [change] : [];
}

/** A case that somebody else's act opens goes to that person only if they work here. */
async function withoutStrangers(office: Office, data: JsonObject): Promise<JsonObject> {
  const { assigneeId } = data;
  const isKnown = typeof assigneeId !== "string" || (await office.staff.isStaff(assigneeId));
  return isKnown ? data : mergeData(data, { assigneeId: null });
}

/** Changes that are committed together when an effect reaches many records. */
const atOnce = 32;

/** The change of the one record that is named settles the effect; of those found by a filter each keeps that it was done. */
async function changeTargets(office: Office, caller: Caller, effect: DueEffect): Promise<readonly Change[]> {
  const { records, isNamed } = await effectTargets(office, effect.type, effect.params);
  const made: Change[] = [];
  for (let start = 0; start < records.length; start += atOnce) {
    const group = records.slice(start, start + atOnce).map((target) => {
      const mark = isNamed ? { settles: { effectKey: effect.key } } : { answer: answerFor(effect, target) };
      return changeTarget(office, caller, { effect, target, mark });
    });
    made.push(...(await Promise.all(group)).filter((change) => change !== null));
  }
  if (!isNamed || made.length === 0) await office.queue.settleEffect(effect.key);
  return made;
}

function answerFor(effect: DueEffect, { record }: EffectTarget): NonNullable<Change["answer"]> {
  return { key: `effect ${effect.key} ${record.id}`, actorId: "engine", digest: effect.key };
}

interface TargetChange {
  readonly effect: DueEffect;
  readonly target: EffectTarget;
  readonly mark: Pick<Change, "settles" | "answer">;
}

async function changeTarget(
  office: Office,
  caller: Caller,
  { effect, target, mark }: TargetChange,
): Promise<Change | null> {
  try {
    const { change, how } = await carryOut(office, async (attempt) => {
      const now = attempt === 0 ? target : await reload(office, target);
      const change = await planTarget(office, caller, { effect, target: now });
      return change === null ? null : { ...change, ...mark, depth: effect.depth + 1 };
    });
    return how === "done" ? change : null;
  } catch (error) {
    if (effect.params["optional"] === true && error instanceof DomainError && error.details.kind !== "unavailable") {
      return null;
    }
    throw error;
  }
}

async function planTarget(
  office: Office,
  caller: Caller,
  { effect: { type: action, params }, target: { type, record } }: Omit<TargetChange, "mark">,
): Promise<Change | null> {
  if (action === "update") {
    return planUpdate(office, caller, { type, record, update: { type: type.id, id: record.id, data: params["data"] } });
  }
  const { event, payload } = params;
  if (typeof event !== "string") throw malformedAction("send", "{ to, event, payload? }");
  if (!isCase(record)) throw notAWorkflow(type.id);
  const sent = { type: event, payload: isObject(payload) ? mergeData({}, payload) : {}, source: "engine" } as const;
  return planEvent(office, caller, { type, current: record, event: sent });
}

async function reload(office: Office, { type, record: { id } }: EffectTarget): Promise<EffectTarget> {
  const found = await office.reader.get(type.id, id);
  if (found === null) throw unknownRecord(type.id, id);
  return { type, record: found.record };
}

/** An action in code leaves no change: it is marked done once it has worked. */
async function runAction(
  office: Office,
  { type, params, key, recordType, recordId }: DueEffect,
): Promise<readonly Change[]> {
  const actions = office.actions();
  const action = Object.hasOwn(actions, type) ? actions[type] : undefined;
  if (action === undefined) throw unknownAction(type);
  const found = await office.reader.get(recordType, recordId);
  if (found !== null) await action.run(params, { key, case: flattenRecord(found.record) });
  await office.queue.settleEffect(key);
  return [];
}
