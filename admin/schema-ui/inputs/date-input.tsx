import CalendarIcon from "@mui/icons-material/CalendarMonthOutlined";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { type KeyboardEvent, useRef, useState } from "react";
import { useSay } from "../../app/i18n/use-say.ts";
import { dayAfter } from "../../app/parts/day-after.ts";
import { isDay } from "../../app/parts/format-date.ts";
import { useDateSetting } from "../../app/parts/use-date-setting.ts";
import { formatTypedDate, parseTypedDate, slashed } from "../text-formats.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { type TypedFieldProps, typedField } from "./typed-field.ts";

/** A day of a form. */
export function DateInput(props: InputProps) {
  return <DayField {...typedField(useField(props), props.plan)} />;
}

/** A day, typed as `jj/mm/aaaa` (the arrows go to the next and the last one), or picked from the system's calendar. */
export function DayField(props: TypedFieldProps) {
  const say = useSay();
  const { today } = useDateSetting();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? formatTypedDate(props.value);
  const arrows = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setTyped(null);
    props.onChange(dayAfter(isDay(props.value) ? props.value : today, isDay(props.value) ? step : 0));
  };
  return (
    <TextField
      {...(props.id === undefined ? {} : { id: props.id })}
      label={props.label}
      value={text}
      placeholder={say("form.datePlaceholder")}
      onChange={({ target }) => {
        const next = slashed(target.value, text);
        setTyped(next);
        props.onChange(parseTypedDate(next, today));
      }}
      onKeyDown={arrows}
      onBlur={() => {
        setTyped(null);
        props.onBlur?.();
      }}
      helperText={props.under}
      error={props.wrong ?? false}
      disabled={props.disabled ?? false}
      slotProps={{
        htmlInput: { inputMode: "numeric", autoComplete: "off", "aria-required": props.required ?? false },
        input: {
          endAdornment: props.disabled ? null : (
            <CalendarButton
              value={isDay(props.value) ? props.value : ""}
              onPick={(day) => {
                setTyped(null);
                props.onChange(day || null);
              }}
            />
          ),
        },
      }}
      sx={{ "& .MuiOutlinedInput-root": { maxWidth: 200 } }}
    />
  );
}

function CalendarButton({ value, onPick }: { readonly value: string; readonly onPick: (day: string) => void }) {
  const say = useSay();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <InputAdornment position="end">
      <Box
        component="input"
        type="date"
        ref={picker}
        tabIndex={-1}
        aria-hidden
        value={value}
        onChange={(event) => onPick(event.target.value)}
        sx={{
          position: "absolute",
          right: 0,
          bottom: 0,
          width: 1,
          height: 1,
          opacity: 0,
          border: 0,
          p: 0,
          pointerEvents: "none",
        }}
      />
      <IconButton
        size="small"
        edge="end"
        aria-label={say("form.pickDate")}
        onClick={() => picker.current?.showPicker()}
      >
        <CalendarIcon fontSize="small" />
      </IconButton>
    </InputAdornment>
  );
}
