import { guardOf } from "../../server/engine/definition/state-tree.ts";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import type { Text } from "../../server/plugin-api/text.ts";
import type { GuardDefinition, WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { keyOf } from "../schema-ui/key-of.ts";
import { everyTransition } from "./shape-details.ts";
import { bothLanguages, type Titled, titledAs } from "./shape-machine.ts";

/** The kinds of rules that a form can say. */
export const ruleKinds = ["filled", "date", "compare"] as const;

/** What a rule asks, and what it says while it is not so. The fields of other kinds than its own are not looked at. */
export interface RuleAnswers extends Titled {
  /** Without one, the condition is none that a form can say, and stays. */
  readonly kind?: (typeof ruleKinds)[number];
  /** Filled: until this one is. */
  readonly field?: string;
  readonly dateField?: string;
  readonly dateIs?: "before" | "onOrBefore" | "onOrAfter" | "after";
  /** `today`, or another field. */
  readonly dateThan?: string;
  readonly numberField?: string;
  readonly numberIs?: "=" | "!=" | "<" | "<=" | ">" | ">=";
  readonly number?: number;
}

/** What the form of a new rule asks: which actions wait, and for what. */
export interface NewRule extends RuleAnswers {
  readonly events: readonly string[];
}

/** A rule of some actions; it is one rule wherever it is written alike. */
export interface KnownRule {
  readonly key: string;
  readonly guard: GuardDefinition;
  readonly events: readonly string[];
}

/** The definition with a rule on every transition of these events, beside those that are there. */
export function withRule(definition: WorkflowDefinition, { events, ...asked }: NewRule): WorkflowDefinition {
  const rule = guardAsked(definition, { kind: "filled", ...asked });
  const machine = everyTransition(definition.machine, (event, transition) => {
    if (!events.includes(event)) return transition;
    const known = transition.guard;
    return { ...transition, guard: known === undefined ? rule : { type: "all", params: { guards: [known, rule] } } };
  });
  return { ...definition, machine };
}

/** The rules of the actions, in the order in which they are met. Those that all have to hold are several. */
export function rulesOf(definition: WorkflowDefinition): readonly KnownRule[] {
  const found = new Map<string, { guard: GuardDefinition; events: Set<string> }>();
  everyTransition(definition.machine, (event, transition) => {
    for (const guard of singleGuards(guardOf(transition.guard))) {
      const key = JSON.stringify(guard);
      const known = found.get(key) ?? { guard, events: new Set() };
      found.set(key, { guard, events: known.events.add(event) });
    }
    return transition;
  });
  return [...found].map(([key, { guard, events }]) => ({ key, guard, events: [...events] }));
}

/** The definition with the rule said otherwise, or with other fields, wherever it is written. */
export function withChangedRule(definition: WorkflowDefinition, key: string, asked: RuleAnswers): WorkflowDefinition {
  return replaced(definition, key, (guard) => {
    const message = bothLanguages(asked);
    if (asked.kind === undefined) return { ...guard, params: { ...guard.params, message } };
    const { type, params } = guardAsked(definition, asked);
    const { unblock } = guard.params ?? {};
    const code = answersOf(guard).kind === asked.kind ? guard.params?.code : undefined;
    return { type, params: { ...params, ...(unblock && { unblock }), ...(code && { code }) } };
  });
}

/** The definition without the rule, wherever it was written. */
export function withoutRule(definition: WorkflowDefinition, key: string): WorkflowDefinition {
  return replaced(definition, key, () => null);
}

/** What the form of a rule would have asked to make it; no `kind` where no form could. */
export function answersOf(guard: GuardDefinition): RuleAnswers {
  const titles = titledAs(guard.params?.message ?? "");
  const found = [asFilled(guard), asDate(guard), asComparison(guard)].find((each) => each !== null);
  return { ...titles, ...found };
}

function asFilled({ type, params }: GuardDefinition): Partial<RuleAnswers> | null {
  const field = params?.field;
  if (type !== "schema" || field === undefined) return null;
  const isSame = [true, false].some((yesOrNo) => sameJson(params?.["schema"], filledSchema(field, yesOrNo)));
  return isSame && knowsOnly(params, ["schema"]) ? { kind: "filled", field } : null;
}

function asDate({ type, params = {} }: GuardDefinition): Partial<RuleAnswers> | null {
  const dateField = caseField(params.field);
  const dateThan = params["than"] === "today" ? "today" : caseField(params["than"]);
  const dateIs = params["is"] as NonNullable<RuleAnswers["dateIs"]>;
  if (type !== "date" || !dateField || !dateThan || !knowsOnly(params, ["is", "than"])) return null;
  return { kind: "date", dateField, dateIs, dateThan };
}

function asComparison({ type, params = {} }: GuardDefinition): Partial<RuleAnswers> | null {
  const numberField = caseField(params["left"]);
  const number = params["right"];
  const numberIs = params["is"] as NonNullable<RuleAnswers["numberIs"]>;
  if (type !== "compare" || !numberField || typeof number !== "number") return null;
  return knowsOnly(params, ["left", "is", "right"]) ? { kind: "compare", numberField, numberIs, number } : null;
}

/** Nothing else is asked than a form shows. */
function knowsOnly(params: GuardDefinition["params"], names: readonly string[]): boolean {
  const known = new Set([...names, "message", "code", "field", "unblock"]);
  return Object.keys(params ?? {}).every((name) => known.has(name));
}

function caseField(path: unknown): string | undefined {
  return typeof path === "string" ? /^case\.(\w+)$/.exec(path)?.[1] : undefined;
}

function guardAsked(definition: WorkflowDefinition, asked: RuleAnswers): GuardDefinition {
  const message: Text = bothLanguages(asked);
  const { kind, field = "", dateField = "", numberField = "" } = asked;
  if (kind === "date") {
    const than = asked.dateThan === "today" ? "today" : `case.${asked.dateThan}`;
    const code = `${keyOf(dateField, "-")}-date`;
    return { type: "date", params: { field: `case.${dateField}`, is: asked.dateIs, than, code, message } };
  }
  if (kind === "compare") {
    const code = `${keyOf(numberField, "-")}-number`;
    const compared = { left: `case.${numberField}`, is: asked.numberIs, right: asked.number };
    return { type: "compare", params: { ...compared, code, field: numberField, message } };
  }
  const isYesOrNo = definition.schema?.properties?.[field]?.type === "boolean";
  const schema = filledSchema(field, isYesOrNo);
  return { type: "schema", params: { schema, code: `${keyOf(field, "-")}-missing`, field, message } };
}

function filledSchema(field: string, isYesOrNo: boolean): DataSchema {
  const filled: DataSchema = isYesOrNo ? { const: true } : { not: { enum: [null, ""] } };
  return { properties: { case: { required: [field], properties: { [field]: filled } } } };
}

/** Rules that all have to hold, without a sentence for the whole, are as many rules. */
function singleGuards(guard: GuardDefinition | null): readonly GuardDefinition[] {
  if (guard === null) return [];
  const inner = partsOf(guard);
  return inner === null ? [guard] : inner.flatMap((each) => singleGuards(guardOf(each)));
}

function partsOf({ type, params = {} }: GuardDefinition): readonly (string | GuardDefinition)[] | null {
  const { guards } = params;
  return type === "all" && params.message === undefined && Array.isArray(guards) ? guards : null;
}

function replaced(
  definition: WorkflowDefinition,
  key: string,
  change: (guard: GuardDefinition) => GuardDefinition | null,
): WorkflowDefinition {
  const next = (written: string | GuardDefinition): string | GuardDefinition | null => {
    const guard = guardOf(written);
    if (guard === null || !singleGuards(guard).some((each) => JSON.stringify(each) === key)) return written;
    const inner = partsOf(guard);
    if (inner === null) return change(guard);
    const guards = inner.map(next).filter((each) => each !== null);
    return guards.length > 1 ? { ...guard, params: { ...guard.params, guards } } : (guards[0] ?? null);
  };
  const machine = everyTransition(definition.machine, (_, transition) => {
    const { guard, ...rest } = transition;
    const after = guard === undefined ? undefined : next(guard);
    if (after === guard) return transition;
    return after ? { ...rest, guard: after } : rest;
  });
  return { ...definition, machine };
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
