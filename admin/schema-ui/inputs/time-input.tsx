import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { parseTypedTime } from "../text-formats.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { type TypedFieldProps, typedField } from "./typed-field.ts";

/** A time of day of a form. */
export function TimeInput(props: InputProps) {
  return <TimeField {...typedField(useField(props), props.plan)} />;
}

/** A time of day as people type it, `9h30` or `09:30`. */
export function TimeField(props: TypedFieldProps) {
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
