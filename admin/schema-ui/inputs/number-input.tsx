import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { formatNumber, parseMoney, parseNumber } from "../text-formats.ts";
import { type InputProps, useField } from "../use-field.tsx";

/** A number, with a comma or a point; an amount of money in euros, kept in whole cents. */
export function NumberInput(props: InputProps) {
  const field = useField(props);
  const language = useLanguage();
  const say = useSay();
  const money = props.plan.kind === "money";
  const unit = money ? "€" : props.plan.schema["x-told-as"] === "months" ? say("form.months") : null;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      id={field.id}
      label={field.label}
      value={typed ?? shown(field.value, money, language)}
      onChange={({ target }) => {
        setTyped(target.value);
        field.change(money ? parseMoney(target.value) : parseNumber(target.value));
      }}
      onBlur={() => {
        setTyped(null);
        field.leave();
      }}
      helperText={field.under}
      error={field.wrong}
      disabled={field.disabled}
      slotProps={{
        htmlInput: { inputMode: "decimal", "aria-required": props.plan.required },
        input: unit ? { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } : {},
      }}
      sx={{ "& .MuiOutlinedInput-root": { maxWidth: 200 } }}
    />
  );
}

function shown(value: unknown, money: boolean, language: "fr" | "en"): string {
  if (typeof value === "number") return formatNumber(money ? value / 100 : value, language);
  return typeof value === "string" ? value : "";
}
