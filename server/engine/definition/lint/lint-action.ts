import type { JsonObject } from "../../../plugin-api/json.ts";
import type { ActionDefinition } from "../../../plugin-api/workflow-definition.ts";
import { builtInActions, type EffectAction } from "../../execution/built-in-actions.ts";
import type { ParamProblem } from "../../execution/guards/guard-kind.ts";
import { isObject } from "../../schema/is-object.ts";
import { isDuration } from "../../time/duration.ts";
import type { Findings } from "./findings.ts";
import { lintExpressions, lintField, lintType, type NamingPlace } from "./lint-names.ts";
import { problemText } from "./problem-text.ts";

/** Whether the action exists, is well parametrised, and names only what is there. */
export function lintAction(action: ActionDefinition, at: NamingPlace, findings: Findings): void {
  const { type, params = {} } = action;
  const { path, names } = at;
  if (type === "set") {
    for (const field of Object.keys(params)) lintField(field, { path: `${path}/params/${field}`, names }, findings);
  } else if (!builtInActions.has(type) && !findings.context.actions.includes(type)) {
    findings.error("unknown-action", path, { action: type });
  }
  for (const problem of paramChecks.get(type)?.(params) ?? []) {
    findings.error("action-params", `${path}/params/${problem.param}`, {
      action: type,
      why: problemText(problem, findings),
    });
  }
  const to = params["to"];
  const typeNamed = type === "create" ? params["type"] : isObject(to) ? to["type"] : undefined;
  if (typeof typeNamed === "string") lintType(typeNamed, { path: `${path}/params`, names }, findings);
  lintExpressions(params, { path: `${path}/params`, names }, findings);
}

type ParamCheck = (params: JsonObject) => readonly ParamProblem[];

const effectParams: { readonly [action in EffectAction]: ParamCheck } = {
  create: (params) => [...must(params, "type", isText), ...may(params, "data", isObject)],
  send: (params) => [...toProblems(params), ...must(params, "event", isText), ...may(params, "payload", isObject)],
  update: (params) => [...toProblems(params), ...must(params, "data", isObject)],
  task: (params) => [...must(params, "title", isTitle), ...may(params, "dueIn", isDurationText)],
};

/** What is wrong with the parameters of an action, by its name. */
const paramChecks: ReadonlyMap<string, ParamCheck> = new Map(Object.entries(effectParams));

function toProblems(params: JsonObject): readonly ParamProblem[] {
  const { to } = params;
  const whole = isObject(to) && isText(to["type"]) && (isText(to["id"]) || isObject(to["where"]));
  return whole ? [] : [{ param: "to", ...(to !== undefined && { value: to }) }];
}

function must(params: JsonObject, param: string, holds: (value: unknown) => boolean): readonly ParamProblem[] {
  if (params[param] === undefined) return [{ param }];
  return may(params, param, holds);
}

function may(params: JsonObject, param: string, holds: (value: unknown) => boolean): readonly ParamProblem[] {
  const value = params[param];
  return value === undefined || holds(value) ? [] : [{ param, value }];
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTitle(value: unknown): boolean {
  return isText(value) || (isObject(value) && isText(value["fr"]));
}

function isDurationText(value: unknown): boolean {
  return typeof value === "string" && isDuration(value);
}
