import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import { evaluateGuard } from "../../engine/execution/evaluate-guard.ts";
import type { RuleInput } from "../../engine/execution/rule-input.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Derivation } from "../../plugin-api/record-type-definition.ts";
import type { PublishedType } from "../definitions/published-type.ts";

/** What the rules of computed values may know beside the record. */
export interface DeriveFacts {
  /** Local day of the office, ISO. */
  readonly today: string;
  /** IANA name of the office's time zone, for rules that read an instant. `UTC` without it. */
  readonly timeZone?: string;
  readonly tools: Pick<EngineTools, "validator" | "guards">;
}

/**
 * The data with the values that the type's rules compute, in lists: those that were typed stay before the computed ones,
 * and a computed one whose rule no longer holds is taken away.
 *
 * @example
 * derive(members, { born: "1950-01-01", groups: ["CHOIR"] }, { today: "2026-11-23", tools }).groups; // ["CHOIR", "SENIOR"]
 */
export function derive(
  type: Pick<PublishedType, "definition" | "fields">,
  data: JsonObject,
  facts: DeriveFacts,
): JsonObject {
  const all = type.definition.derived ?? [];
  const derived: { [field: string]: Json } = { ...data };
  for (const field of new Set(all.map((rule) => rule.field))) {
    // A workflow may have been published before lint refused it: a list would break its own schema.
    if (type.fields.get(field)?.ref.kind !== "list") continue;
    const rules = all.filter((rule) => rule.field === field);
    const computed: ReadonlySet<Json> = new Set(rules.map((rule) => rule.value));
    const holding = new Set(rules.filter((rule) => holds(rule, data, facts)).map((rule) => rule.value));
    const current = data[field];
    const typed: readonly Json[] = Array.isArray(current) ? current : [];
    const values = [...typed.filter((value) => !computed.has(value)), ...holding];
    if (values.length > 0 || current !== undefined) derived[field] = values;
  }
  return derived;
}

function holds(rule: Derivation, data: JsonObject, { today, timeZone = "UTC", tools }: DeriveFacts): boolean {
  const input: RuleInput = {
    case: data,
    related: {},
    counts: {},
    today,
    now: `${today}T12:00:00Z`,
    timeZone,
    language: "fr",
  };
  return evaluateGuard(rule.when, input, tools).ok === true;
}
