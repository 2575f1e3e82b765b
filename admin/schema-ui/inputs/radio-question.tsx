import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import type { Choice } from "../field-plan.ts";
import { type InputProps, useField } from "../use-field.tsx";

interface Props extends InputProps {
  readonly choices: readonly Choice[];
}

/** A question whose few answers are all in sight. */
export function RadioQuestion({ choices, ...props }: Props) {
  const field = useField(props);
  const helpId = `${field.id}-help`;
  return (
    <FormControl component="fieldset" error={field.wrong} disabled={field.disabled} sx={{ border: 0, p: 0, m: 0 }}>
      <FormLabel component="legend">{field.label}</FormLabel>
      <RadioGroup
        row
        aria-required={props.plan.required}
        {...(field.under ? { "aria-describedby": helpId } : {})}
        value={field.value === undefined || field.value === null ? "" : String(field.value)}
        onChange={(_, chosen) => field.change(choices.find(({ value }) => String(value) === chosen)?.value)}
        onBlur={field.leave}
      >
        {choices.map(({ value, label }, index) => (
          <FormControlLabel
            key={String(value)}
            value={String(value)}
            label={label}
            control={<Radio {...(index === 0 ? { id: field.id } : {})} />}
          />
        ))}
      </RadioGroup>
      {field.under ? <FormHelperText id={helpId}>{field.under}</FormHelperText> : null}
    </FormControl>
  );
}
