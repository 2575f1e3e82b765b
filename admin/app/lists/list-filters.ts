import type { ServedType } from "../../../server/http/api-types.ts";
import type { FieldPlan } from "../../schema-ui/field-plan.ts";
import { fieldOf } from "../../schema-ui/system-fields.ts";
import { type Say, useLanguage, useSay } from "../i18n/use-say.ts";

/** The filter of a list as its address holds it: `{stage: ["a"], startOn_gte: "2026-01-01", q: "…"}`. */
export type Filters = { readonly [key: string]: unknown };

/** A field that a list can be filtered by. */
export interface ListFilter {
  /** Dotted name of the field. */
  readonly name: string;
  readonly plan: FieldPlan;
}

const suffix = /_(gte|lte|gt|lt|neq|in|null)$/;

/** The name of the field behind a filter's key. */
export function fieldName(key: string): string {
  return key.replace(suffix, "");
}

/** The fields that this list can be filtered by. */
export function useListFilters(type: ServedType): readonly ListFilter[] {
  const say = useSay();
  const language = useLanguage();
  return type.filters.flatMap((name) => {
    const plan = fieldOf(type, name, { say, language });
    return plan ? [{ name, plan }] : [];
  });
}

/** The filters in force, one entry per field; the full text is not among them. */
export function filtersInForce(filters: Filters): readonly string[] {
  return [
    ...new Set(
      Object.keys(filters)
        .filter((key) => key !== "q")
        .map(fieldName),
    ),
  ];
}

/** The filters without those of a field. */
export function withoutField(filters: Filters, name: string): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => fieldName(key) !== name));
}

/** The filters with others for that field; empty ones leave it out. */
export function withField(filters: Filters, name: string, own: Filters): Filters {
  const filled = Object.entries(own).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return { ...withoutField(filters, name), ...Object.fromEntries(filled) };
}

/** A field's filters as one line: "Accueil, Diagnostic", "à partir du 1 janv.". `say` words the bounds, `tell` the values. */
export function filterText(
  filters: Filters,
  name: string,
  { say, tell }: { readonly say: Say; readonly tell: (value: unknown) => string },
): string {
  return Object.entries(filters)
    .filter(([key]) => fieldName(key) === name)
    .map(([key, value]) => {
      const told = Array.isArray(value) ? value.map(tell).join(", ") : tell(value);
      if (key.endsWith("_gte") || key.endsWith("_gt"))
        return say(isDated(value) ? "list.fromDate" : "list.from", { value: told });
      if (key.endsWith("_lte") || key.endsWith("_lt"))
        return say(isDated(value) ? "list.toDate" : "list.to", { value: told });
      if (key.endsWith("_neq")) return say("list.not", { value: told });
      if (key.endsWith("_null")) return say(value === true || value === "true" ? "list.empty" : "list.filled");
      return told;
    })
    .join(", ");
}

function isDated(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value);
}
