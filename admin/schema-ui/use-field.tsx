import type { ComponentType, ReactNode } from "react";
import { useController } from "react-hook-form";
import type { FieldPlan } from "./field-plan.ts";
import { fieldId, useFormSetting } from "./form-context.ts";
import { OptionalMark } from "./optional-mark.tsx";

/** What every input is given: the field, and where it stands in the form. */
export interface InputProps {
  readonly plan: FieldPlan;
  /** Dotted path in the form's values. */
  readonly path: string;
}

/** Of an input that holds others: what draws each of those. */
export interface NestingInputProps extends InputProps {
  readonly Inner: ComponentType<InputProps>;
}

/** A field of a form as its input draws and changes it. */
export interface Field {
  readonly id: string;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly leave: () => void;
  readonly label: ReactNode;
  /** Under the field: what is wrong with it, else its help. */
  readonly under: ReactNode;
  readonly wrong: boolean;
  readonly disabled: boolean;
}

/** Ties an input to its form. */
export function useField({ plan, path }: InputProps): Field {
  const { formId, untouchable } = useFormSetting();
  const { field, fieldState } = useController({ name: path });
  const message = fieldState.error?.message;
  return {
    id: fieldId(formId, path),
    value: field.value,
    change: field.onChange,
    leave: field.onBlur,
    label: <FieldLabel plan={plan} />,
    under: message ?? plan.help,
    wrong: message !== undefined,
    disabled: plan.derived || untouchable.has(path),
  };
}

/** What the field is called; required is the norm, so it is the optional ones that are marked. */
export function FieldLabel({ plan }: { readonly plan: FieldPlan }) {
  return (
    <>
      {plan.label}
      {plan.required || plan.derived ? null : <OptionalMark />}
    </>
  );
}
