import TextField from "@mui/material/TextField";
import { type InputProps, useField } from "../use-field.tsx";

const types = { email: "email", web: "url" } as const;

/** Words: a line, or several. */
export function TextInput(props: InputProps) {
  const { plan } = props;
  const field = useField(props);
  const secret = plan.schema["x-secret"] === true;
  const type = secret ? "password" : plan.kind in types ? types[plan.kind as keyof typeof types] : "text";
  return (
    <TextField
      id={field.id}
      label={field.label}
      type={type}
      value={typeof field.value === "string" ? field.value : ""}
      onChange={(event) => field.change(event.target.value)}
      onBlur={field.leave}
      helperText={field.under}
      error={field.wrong}
      disabled={field.disabled}
      slotProps={{ htmlInput: { "aria-required": plan.required, ...(secret ? { autoComplete: "new-password" } : {}) } }}
      {...(plan.kind === "textarea" ? { multiline: true, minRows: 3, maxRows: 12 } : {})}
    />
  );
}
