import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { ServedType } from "../../../server/http/api-types.ts";
import type { FieldPlan } from "../../schema-ui/field-plan.ts";
import { fieldOf, systemFields } from "../../schema-ui/system-fields.ts";
import { useLanguage, useSay } from "../i18n/use-say.ts";
import { usePreference } from "../parts/use-preference.ts";

/** A field as a list shows it. */
export interface Column {
  /** Dotted name of the field. */
  readonly name: string;
  readonly plan: FieldPlan;
}

/** The columns of a list, and the way to choose others. */
export interface Columns {
  /** Those that are shown, in order; the title stands before them. */
  readonly shown: readonly Column[];
  /** Everything that may be a column. */
  readonly possible: readonly Column[];
  /** Null for the type's own. */
  readonly choose: (names: readonly string[] | null) => void;
}

/** The columns of a list: the type's own until this person chooses others. */
export function useColumns(type: ServedType): Columns {
  const say = useSay();
  const language = useLanguage();
  const [chosen, choose] = usePreference<readonly string[] | null>(`columns.${type.id}`, null);
  const names = chosen ?? type.columns.filter((name) => !isTold(type, name));
  const column = (name: string): readonly Column[] => {
    const plan = fieldOf(type, name, { say, language });
    return plan ? [{ name, plan }] : [];
  };
  const all = new Set([
    ...type.columns,
    ...systemFields(type, say).map((field) => field.name),
    ...fieldsOf(type.schema)
      .filter((field) => !field.schema["x-hidden"])
      .map((field) => field.name),
  ]);
  const possible = [...all].flatMap(column).filter(({ plan }) => plan.kind !== "json" && plan.kind !== "rows");
  return { shown: names.flatMap(column), possible, choose };
}

/** Whether the title says the field already: `{name}`, or one of the names of `{usageName|lastName}`. */
function isTold(type: ServedType, name: string): boolean {
  return [...type.display.matchAll(/\{([^}]+)\}/g)].some(([, names = ""]) => names.split("|").includes(name));
}

/** Whether a list can be put in the order of that field. */
export function isSortable({ plan }: Column): boolean {
  return ![
    "rows",
    "group",
    "json",
    "words",
    "choices",
    "references",
    "reference",
    "staff",
    "file",
    "textarea",
    "suggest",
  ].includes(plan.kind);
}

/** Whether its values stand at the right: numbers, so that they can be compared at a glance. */
export function isNumeric({ plan }: Column): boolean {
  return plan.kind === "number" || plan.kind === "money";
}
