import type { EngineTools } from "../../engine/definition/engine-tools.ts";
import { evaluateGuard } from "../../engine/execution/evaluate-guard.ts";
import type { RuleInput } from "../../engine/execution/rule-input.ts";
import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Derivation } from "../../plugin-api/record-type-definition.ts";
import type { PublishedType } from "../definitions/published-type.ts";

export interface DeriveFacts {
  /** Local day of the office, ISO. */
  readonly today: string;
  /** IANA name of the office's time zone, for rules that read an instant. `UTC` without it. */
  readonly timeZone?: string;
  readonly tools: Pick<EngineTools, "validator" | "guards">;
}

/**
 * The data with the values that the type's rules compute. In a list, typed values stay before the computed ones; a
 * single value is that of the first rule that holds. A computed value whose rule no longer holds is taken away.
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
    const rules = all.filter((rule) => rule.field === field);
    const holding = rules.filter((rule) => holds(rule, data, facts)).map((rule) => rule.value);
    const computed = new Set(rules.map((rule) => rule.value));
    const value =
      type.fields.get(field)?.ref.kind === "list"
        ? listWith(data[field], computed, holding)
        : singleWith(data[field], computed, holding);
    if (value === undefined) delete derived[field];
    else derived[field] = value;
  }
  return derived;
}

function listWith(
  current: Json | undefined,
  computed: ReadonlySet<string>,
  holding: readonly string[],
): Json | undefined {
  const typed: readonly Json[] = Array.isArray(current) ? current : [];
  const values = [...typed.filter((value) => typeof value !== "string" || !computed.has(value)), ...new Set(holding)];
  return values.length === 0 && current === undefined ? undefined : values;
}

function singleWith(
  current: Json | undefined,
  computed: ReadonlySet<string>,
  holding: readonly string[],
): Json | undefined {
  const wasComputed = typeof current === "string" && computed.has(current);
  return holding[0] ?? (wasComputed ? undefined : current);
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
