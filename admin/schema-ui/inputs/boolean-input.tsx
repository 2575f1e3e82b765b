import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import { useSay } from "../../app/i18n/use-say.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { RadioQuestion } from "./radio-question.tsx";

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
  const choices = [
    { value: true, label: say("form.yes") },
    { value: false, label: say("form.no") },
  ];
  return <RadioQuestion {...props} choices={choices} />;
}
