import TextField from "@mui/material/TextField";
import { type ReactNode, useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { parseTypedTime } from "../text-formats.ts";
import { type InputProps, useField } from "../use-field.tsx";

/** A time of day of a form. */
export function TimeInput(props: InputProps) {
  const field = useField(props);
  return (
    <TimeField
      id={field.id}
      label={field.label}
      value={typeof field.value === "string" ? field.value : ""}
      onChange={field.change}
      onBlur={field.leave}
      under={field.under}
      wrong={field.wrong}
      disabled={field.disabled}
      required={props.plan.required}
    />
  );
}

export interface TimeFieldProps {
  readonly id?: string;
  readonly label: ReactNode;
  /** `HH:MM`, or what was typed while it is no time yet. */
  readonly value: string;
  readonly onChange: (time: string | null) => void;
  readonly onBlur?: () => void;
  readonly under?: ReactNode;
  readonly wrong?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
}

/** A time of day as people type it, `9h30` or `09:30`. */
export function TimeField(props: TimeFieldProps) {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...(props.id === undefined ? {} : { id: props.id })}
      label={props.label}
      value={typed ?? props.value}
      placeholder={say("form.timePlaceholder")}
      onChange={({ target }) => {
        setTyped(target.value);
        props.onChange(parseTypedTime(target.value));
      }}
      onBlur={() => {
        setTyped(null);
        props.onBlur?.();
      }}
      helperText={props.under}
      error={props.wrong ?? false}
      disabled={props.disabled ?? false}
      slotProps={{ htmlInput: { inputMode: "numeric", autoComplete: "off", "aria-required": props.required ?? false } }}
      sx={{ "& .MuiOutlinedInput-root": { maxWidth: 120 } }}
    />
  );
}
