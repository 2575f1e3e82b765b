import type { ReactNode } from "react";
import type { FieldPlan } from "../field-plan.ts";
import type { Field } from "../use-field.tsx";

/** A field whose value is read from what is typed: a day, a time. */
export interface TypedFieldProps {
  readonly id?: string;
  readonly label: ReactNode;
  /** As it is kept, or what was typed while it is none yet. */
  readonly value: string;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly under?: ReactNode;
  readonly wrong?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

/** What such a field is given in a form. */
export function typedField(field: Field, { required }: Pick<FieldPlan, "required">): TypedFieldProps {
  const { id, label, value, change, leave, under, wrong, disabled } = field;
  return {
    id,
    label,
    value: typeof value === "string" ? value : "",
    onChange: change,
    onBlur: leave,
    under,
    wrong,
    disabled,
    required,
  };
}
