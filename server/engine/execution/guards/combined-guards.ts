import type { GuardDefinition, GuardParams } from "../../../plugin-api/workflow-definition.ts";
import { say } from "../../language/say.ts";
import { isObject } from "../../schema/is-object.ts";
import type { GuardTree } from "../guard-tree.ts";
import { open, reasonFor } from "./blocked.ts";
import type { GuardContext, GuardKind, ParamProblem } from "./guard-kind.ts";

/** `all`: every rule of `guards` must hold. Its own message stands for those of its parts. */
export const allGuard: GuardKind = {
  evaluate(params, context) {
    const parts = innerGuards(params).map((guard) => context.evaluate(guard));
    if (parts.some((part) => part.ok === false)) return failed("all", parts, { params, context });
    return { ...open("all", parts.some((part) => part.ok === null) ? null : true), parts };
  },
  problems: guardsProblems,
};

/** `any`: one rule of `guards` must hold. */
export const anyGuard: GuardKind = {
  evaluate(params, context) {
    const parts = innerGuards(params).map((guard) => context.evaluate(guard));
    if (parts.some((part) => part.ok)) return { ...open("any", true), parts };
    if (parts.some((part) => part.ok === null)) return { ...open("any", null), parts };
    return failed("any", parts, { params, context });
  },
  problems: guardsProblems,
};

/** `not`: the rule `guard` must not hold. */
export const notGuard: GuardKind = {
  evaluate(params, context) {
    const parts = innerGuards(params).map((guard) => context.evaluate(guard));
    const inner = parts[0]?.ok ?? null;
    if (inner === null) return { ...open("not", null), parts };
    if (!inner) return { ...open("not", true), parts };
    const message = say(context.input.language, "rule.not");
    return { rule: "not", ok: false, reasons: [reasonFor(params, context.input, { code: "rule", message })], parts };
  },
  problems: (params) => (isGuard(params["guard"]) ? [] : [{ param: "guard" }]),
};

/** The rules that a rule is made of. */
export function innerGuards(params: GuardParams): readonly GuardDefinition[] {
  const { guards = [], guard } = params;
  return [...(Array.isArray(guards) ? guards : []), guard].filter(isGuard);
}

function failed(
  rule: string,
  parts: readonly GuardTree[],
  { params, context }: { readonly params: GuardParams; readonly context: GuardContext },
): GuardTree {
  const message = say(context.input.language, "rule.blocked");
  const own = [reasonFor(params, context.input, { code: "rule", message })];
  const inner = parts.flatMap((part) => part.reasons);
  return { rule, ok: false, reasons: params.message === undefined && inner.length > 0 ? inner : own, parts };
}

function guardsProblems(params: GuardParams): readonly ParamProblem[] {
  const { guards } = params;
  if (guards === undefined) return [{ param: "guards" }];
  return Array.isArray(guards) && guards.every(isGuard) ? [] : [{ param: "guards", value: guards }];
}

function isGuard(value: unknown): value is GuardDefinition {
  return isObject(value) && typeof value["type"] === "string";
}
