import TextField from "@mui/material/TextField";
import { useState } from "react";
import { compactDigits, compactPhone, formatPhone, formatSiret } from "../text-formats.ts";
import { type InputProps, useField } from "../use-field.tsx";

interface Shape {
  readonly format: (text: string) => string;
  readonly keep: (text: string) => string;
  readonly type: "tel" | "text";
}

const shapes: { readonly [kind: string]: Shape } = {
  phone: { format: formatPhone, keep: compactPhone, type: "tel" },
  siret: { format: formatSiret, keep: compactDigits, type: "text" },
  "postal-code": { format: (text) => compactDigits(text).slice(0, 5), keep: compactDigits, type: "text" },
};

/** A number that people write in groups: grouped while it is typed at its end, kept without the spaces. */
export function FormattedInput(props: InputProps) {
  const field = useField(props);
  const shape = shapes[props.plan.kind] ?? { format: String, keep: String, type: "text" };
  const kept = typeof field.value === "string" ? field.value : "";
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      id={field.id}
      label={field.label}
      type={shape.type}
      value={typed ?? shape.format(kept)}
      onChange={({ target }) => {
        const atEnd = target.selectionEnd === target.value.length;
        setTyped(atEnd ? shape.format(target.value) : target.value);
        field.change(shape.keep(target.value));
      }}
      onBlur={() => {
        setTyped(null);
        field.leave();
      }}
      helperText={field.under}
      error={field.wrong}
      disabled={field.disabled}
      slotProps={{
        htmlInput: { inputMode: shape.type === "tel" ? "tel" : "numeric", "aria-required": props.plan.required },
      }}
      sx={{ "& .MuiOutlinedInput-root": { maxWidth: props.plan.kind === "postal-code" ? 160 : 280 } }}
    />
  );
}
