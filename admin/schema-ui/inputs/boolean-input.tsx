import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useSay } from "../../app/i18n/use-say.ts";
import { type InputProps, useField } from "../use-field.tsx";

/** Yes or no: a question where an answer is required, else a box to tick. */
export function BooleanInput(props: InputProps) {
  return props.plan.required && props.plan.schema.const === undefined ? <YesOrNo {...props} /> : <Tick {...props} />;
}

function Tick(props: InputProps) {
  const field = useField(props);
  const helpId = `${field.id}-help`;
  return (
    <FormControl error={field.wrong} disabled={field.disabled} sx={{ my: -0.5 }}>
      <FormControlLabel
        label={props.plan.label}
        control={
          <Checkbox
            id={field.id}
            checked={field.value === true}
            onChange={(_, checked) => field.change(checked)}
            onBlur={field.leave}
            slotProps={{
              input: { ...(field.under ? { "aria-describedby": helpId } : {}), "aria-required": props.plan.required },
            }}
          />
        }
      />
      {field.under ? (
        <FormHelperText id={helpId} sx={{ pl: 4 }}>
          {field.under}
        </FormHelperText>
      ) : null}
    </FormControl>
  );
}

function YesOrNo(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const helpId = `${field.id}-help`;
  return (
    <FormControl component="fieldset" error={field.wrong} disabled={field.disabled} sx={{ border: 0, p: 0, m: 0 }}>
      <FormLabel component="legend">{field.label}</FormLabel>
      <RadioGroup
        row
        aria-required={props.plan.required}
        {...(field.under ? { "aria-describedby": helpId } : {})}
        value={field.value === true ? "true" : field.value === false ? "false" : ""}
        onChange={(_, value) => field.change(value === "true")}
        onBlur={field.leave}
      >
        <FormControlLabel value="true" label={say("form.yes")} control={<Radio id={field.id} />} />
        <FormControlLabel value="false" label={say("form.no")} control={<Radio />} />
      </RadioGroup>
      {field.under ? <FormHelperText id={helpId}>{field.under}</FormHelperText> : null}
    </FormControl>
  );
}
