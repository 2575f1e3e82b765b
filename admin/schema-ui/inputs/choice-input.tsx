import Autocomplete from "@mui/material/Autocomplete";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import TextField from "@mui/material/TextField";
import { useSay } from "../../app/i18n/use-say.ts";
import type { Choice } from "../field-plan.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { PickerField } from "./picker-field.tsx";

/** From how many choices on one rather types than scrolls. */
const manyChoices = 15;

/** One of a list: as radio buttons where the schema asks for them, as a menu, or by typing when the list is long. */
export function ChoiceInput(props: InputProps) {
  if (props.plan.schema["x-widget"] === "radio") return <RadioChoice {...props} />;
  return props.plan.choices.length > manyChoices ? <TypedChoice {...props} /> : <MenuChoice {...props} />;
}

function MenuChoice(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const { choices, required } = props.plan;
  return (
    <TextField
      id={field.id}
      select
      label={field.label}
      value={choices.some(({ value }) => value === field.value) ? String(field.value) : ""}
      onChange={({ target }) =>
        field.change(choices.find(({ value }) => String(value) === target.value)?.value ?? null)
      }
      onBlur={field.leave}
      helperText={field.under}
      error={field.wrong}
      disabled={field.disabled}
      slotProps={{ select: { native: true }, htmlInput: { "aria-required": required } }}
    >
      <option value="">{say("form.choose")}</option>
      {choices.map(({ value, label }) => (
        <option key={String(value)} value={String(value)}>
          {label}
        </option>
      ))}
    </TextField>
  );
}

function TypedChoice(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  return (
    <Autocomplete<Choice>
      id={field.id}
      options={[...props.plan.choices]}
      value={props.plan.choices.find(({ value }) => value === field.value) ?? null}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onChange={(_, choice) => field.change(choice?.value ?? null)}
      onBlur={field.leave}
      disabled={field.disabled}
      autoHighlight
      openOnFocus
      noOptionsText={say("form.noChoice")}
      renderInput={(params) => <PickerField params={params} field={field} required={props.plan.required} />}
    />
  );
}

function RadioChoice(props: InputProps) {
  const field = useField(props);
  const helpId = `${field.id}-help`;
  const { choices } = props.plan;
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
