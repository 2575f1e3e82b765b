import Autocomplete from "@mui/material/Autocomplete";
import Checkbox from "@mui/material/Checkbox";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormGroup from "@mui/material/FormGroup";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import { useSay } from "../../app/i18n/use-say.ts";
import type { Choice } from "../field-plan.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { PickerField } from "./picker-field.tsx";

/** Several of a list: boxes to tick where the schema asks for them, else chips that one adds by typing. */
export function ChoicesInput(props: InputProps) {
  const boxes =
    props.plan.schema["x-widget"] === "checkboxes" || props.plan.schema.items?.["x-widget"] === "checkboxes";
  return boxes ? <Boxes {...props} /> : <Chips {...props} />;
}

function Boxes(props: InputProps) {
  const field = useField(props);
  const chosen = listOf(field.value);
  const helpId = `${field.id}-help`;
  return (
    <FormControl component="fieldset" error={field.wrong} disabled={field.disabled} sx={{ border: 0, p: 0, m: 0 }}>
      <FormLabel component="legend">{field.label}</FormLabel>
      <FormGroup
        {...(field.under ? { "aria-describedby": helpId } : {})}
        sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(220px, 1fr))" }}
      >
        {typedChoices(props.plan).map(({ value, label }, index) => (
          <FormControlLabel
            key={String(value)}
            label={label}
            control={
              <Checkbox
                {...(index === 0 ? { id: field.id } : {})}
                checked={chosen.includes(value)}
                onChange={(_, checked) =>
                  field.change(checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
                onBlur={field.leave}
              />
            }
          />
        ))}
      </FormGroup>
      {field.under ? <FormHelperText id={helpId}>{field.under}</FormHelperText> : null}
    </FormControl>
  );
}

function Chips(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const chosen = listOf(field.value);
  return (
    <Autocomplete<Choice, true>
      id={field.id}
      multiple
      options={[...typedChoices(props.plan)]}
      value={typedChoices(props.plan).filter(({ value }) => chosen.includes(value))}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onChange={(_, choices) => field.change(choices.map(({ value }) => value))}
      onBlur={field.leave}
      disabled={field.disabled}
      disableCloseOnSelect
      filterSelectedOptions
      openOnFocus
      noOptionsText={say("form.noChoice")}
      renderInput={(params) => <PickerField params={params} field={field} required={props.plan.required} />}
    />
  );
}

/** The choices that are not computed: those come and go by themselves. */
function typedChoices({ choices, schema }: InputProps["plan"]): readonly Choice[] {
  const computed = schema["x-computed"] ?? [];
  return choices.filter(({ value }) => !computed.includes(String(value)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
