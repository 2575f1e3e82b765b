import type { Json, JsonObject } from "../../../plugin-api/json.ts";
import type { ActionDefinition, GuardDefinition } from "../../../plugin-api/workflow-definition.ts";
import { EXPRESSION_ROOTS, expressionRoot, expressionsIn } from "../../execution/expressions.ts";
import { builtInGuards } from "../../execution/guards/built-in-guards.ts";
import { innerGuards } from "../../execution/guards/combined-guards.ts";
import type { ParamProblem } from "../../execution/guards/guard-kind.ts";
import { parseMoment } from "../../execution/guards/moment.ts";
import { say } from "../../language/say.ts";
import { isObject } from "../../schema/is-object.ts";
import { isDuration } from "../../time/duration.ts";
import type { Findings } from "./findings.ts";

/** What rules and actions may name. */
export interface RuleNames {
  /** The fields of the data; null when any may be there. */
  readonly fields: ReadonlySet<string> | null;
  /** Names of the records that the fields refer to (`memberId` → `member`). */
  readonly related: ReadonlySet<string>;
  /** The type's own id, which need not be published yet. */
  readonly self: string;
}

const OWN_ROOTS: ReadonlySet<string> = new Set(["case", "record"]);
/** Fields of every record or case that rules may read beside its data. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "version",
  "createdAt",
  "updatedAt",
  "state",
  "stage",
  "status",
  "assigneeId",
  "stageSince",
  "dueAt",
  "workflowVersion",
]);

/** Whether the rule exists, is well parametrised, and names only what is there. */
export function lintGuard(
  guard: GuardDefinition,
  at: { readonly path: string; readonly names: RuleNames },
  findings: Findings,
): void {
  const { type, params = {} } = guard;
  const { path, names } = at;
  const kind = builtInGuards.get(type);
  if (kind === undefined && !findings.context.guards.includes(type))
    findings.error("unknown-guard", path, { guard: type });
  for (const problem of kind?.problems(params) ?? []) {
    findings.error("guard-params", `${path}/params/${problem.param}`, {
      guard: type,
      why: problemText(problem, findings),
    });
  }
  for (const [n, inner] of innerGuards(params).entries()) {
    const key = Array.isArray(params["guards"]) ? `guards/${n}` : "guard";
    lintGuard(inner, { path: `${path}/params/${key}`, names }, findings);
  }
  for (const { param, name } of pathsIn(type, params)) {
    lintPath(name, { path: `${path}/params/${param}`, names }, findings);
  }
  if (type === "count" && typeof params["type"] === "string") {
    lintType(params["type"], { path: `${path}/params/type`, names }, findings);
  }
  if (type === "count" && leavesItselfOut(params["filter"])) {
    findings.warning("counts-without-itself", `${path}/params/filter`);
  }
  lintExpressions((params["filter"] ?? null) as Json, { path: `${path}/params/filter`, names }, findings);
  lintExpressions((params["than"] ?? null) as Json, { path: `${path}/params/than`, names }, findings);
}

/** Whether each case counts by a filter of its own: two that are decided at one moment do not share what they counted. */
function leavesItselfOut(filter: unknown): boolean {
  if (!isObject(filter)) return false;
  const { id_neq: without } = filter;
  return expressionsIn((without ?? null) as Json).includes("$case.id");
}

/** Whether the action exists, is well parametrised, and names only what is there. */
export function lintAction(
  action: ActionDefinition,
  at: { readonly path: string; readonly names: RuleNames },
  findings: Findings,
): void {
  const { type, params = {} } = action;
  const { path, names } = at;
  if (type === "set") {
    for (const field of Object.keys(params)) lintField(field, { path: `${path}/params/${field}`, names }, findings);
  } else if (!ACTIONS.has(type) && !findings.context.actions.includes(type)) {
    findings.error("unknown-action", path, { action: type });
  }
  for (const problem of ACTIONS.get(type)?.(params) ?? []) {
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

/** The built-in actions that leave an effect, each with what is wrong with its parameters. */
const ACTIONS: ReadonlyMap<string, (params: JsonObject) => readonly ParamProblem[]> = new Map([
  ["create", (params) => [...must(params, "type", isText), ...may(params, "data", isObject)]],
  ["send", (params) => [...toProblems(params), ...must(params, "event", isText), ...may(params, "payload", isObject)]],
  ["update", (params) => [...toProblems(params), ...must(params, "data", isObject)]],
  ["task", (params) => [...must(params, "title", isTitle), ...may(params, "dueIn", isDurationText)]],
]);

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

function problemText({ param, value }: ParamProblem, { context }: Findings): string {
  if (value === undefined) return say(context.language, "params.missing", { param });
  return say(context.language, "params.wrong", { param, value: JSON.stringify(value) });
}

function pathsIn(type: string, params: GuardDefinition["params"] & object): readonly { param: string; name: string }[] {
  const text = (param: string): string | undefined => (typeof params[param] === "string" ? params[param] : undefined);
  const named = (param: string, name: string | undefined) => (name === undefined ? [] : [{ param, name }]);
  if (type === "date") {
    return ["field", "than"].flatMap((param) => {
      const base = parseMoment(text(param))?.base;
      return named(param, base?.includes(".") ? base : undefined);
    });
  }
  if (type === "schema") return rootsIn(params["schema"]).map((name) => ({ param: "schema", name }));
  if (type === "compare") return named("left", text("left"));
  return type === "text" ? named("field", text("field")) : [];
}

/** What a schema over the document of a rule speaks of. */
function rootsIn(schema: unknown): readonly string[] {
  if (!isObject(schema)) return [];
  const { properties, required } = schema;
  return [...(isObject(properties) ? Object.keys(properties) : []), ...(Array.isArray(required) ? required : [])];
}

function lintPath(name: string, at: { readonly path: string; readonly names: RuleNames }, findings: Findings): void {
  const [root = "", field] = name.split(".");
  if (root === "event" || root === "today" || at.names.related.has(root)) return;
  if (OWN_ROOTS.has(root)) {
    if (field !== undefined && !SYSTEM_FIELDS.has(field)) lintField(field, at, findings);
    return;
  }
  const known = [...OWN_ROOTS, "event", "today", ...at.names.related].join(", ");
  findings.error("unknown-name", at.path, { name, known });
}

function lintExpressions(
  value: Json,
  at: { readonly path: string; readonly names: RuleNames },
  findings: Findings,
): void {
  for (const expression of expressionsIn(value)) {
    const root = expressionRoot(expression) ?? "";
    const [, field] = expression.slice(1).split(".");
    if (!EXPRESSION_ROOTS.includes(root)) {
      const known = EXPRESSION_ROOTS.map((each) => `$${each}`).join(", ");
      findings.error("unknown-name", at.path, { name: expression, known });
    } else if (root === "case" && field !== undefined && !SYSTEM_FIELDS.has(field)) {
      lintField(field, at, findings);
    } else if (root === "related" && field !== undefined && !at.names.related.has(field)) {
      findings.error("unknown-name", at.path, { name: expression, known: [...at.names.related].join(", ") });
    }
  }
}

function lintField(field: string, at: { readonly path: string; readonly names: RuleNames }, findings: Findings): void {
  if (at.names.fields === null || at.names.fields.has(field) || field === "assigneeId") return;
  findings.error("unknown-field", at.path, { field });
}

function lintType(type: string, at: { readonly path: string; readonly names: RuleNames }, findings: Findings): void {
  const known = type === at.names.self || findings.context.recordTypes.includes(type) || type.startsWith("$");
  if (!known) findings.error("unknown-type", at.path, { type });
}
