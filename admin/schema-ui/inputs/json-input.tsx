import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { type InputProps, useField } from "../use-field.tsx";

/** What no other input knows: its JSON, as text. */
export function JsonInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const [typed, setTyped] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  const kept = field.value === undefined || field.value === null ? "" : JSON.stringify(field.value, null, 2);
  const change = (text: string) => {
    setTyped(text);
    try {
      field.change(text.trim() === "" ? null : JSON.parse(text));
      setBroken(false);
    } catch {
      // A text is what no such field may hold: the form is not sent with what stood here before.
      field.change(text);
      setBroken(true);
    }
  };
  return (
    <TextField
      id={field.id}
      label={field.label}
      multiline
      minRows={3}
      value={typed ?? kept}
      onChange={(event) => change(event.target.value)}
      onBlur={field.leave}
      helperText={broken ? say("form.brokenJson") : field.under}
      error={broken || field.wrong}
      disabled={field.disabled}
      slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: "ui-monospace, monospace" } } }}
    />
  );
}
