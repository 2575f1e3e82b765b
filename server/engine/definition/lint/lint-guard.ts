import type { Json } from "../../../plugin-api/json.ts";
import type { GuardDefinition } from "../../../plugin-api/workflow-definition.ts";
import { expressionsIn } from "../../execution/expressions.ts";
import { builtInGuards } from "../../execution/guards/built-in-guards.ts";
import { innerGuards } from "../../execution/guards/combined-guards.ts";
import { parseMoment } from "../../execution/guards/moment.ts";
import { isObject } from "../../schema/is-object.ts";
import type { Findings } from "./findings.ts";
import { lintExpressions, lintPath, lintType, type NamingPlace } from "./lint-names.ts";
import { problemText } from "./problem-text.ts";

/** Whether the rule exists, is well parametrised, and names only what is there. */
export function lintGuard(guard: GuardDefinition, at: NamingPlace, findings: Findings): void {
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
