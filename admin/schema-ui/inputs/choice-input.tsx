import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useSay } from "../../app/i18n/use-say.ts";
import type { Choice } from "../field-plan.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { PickerField } from "./picker-field.tsx";
import { RadioQuestion } from "./radio-question.tsx";

/** From how many choices on one rather types than scrolls. */
const manyChoices = 15;

/** One of a list: as radio buttons where the schema asks for them, as a menu, or by typing when the list is long. */
export function ChoiceInput(props: InputProps) {
  if (props.plan.schema["x-widget"] === "radio") return <RadioQuestion {...props} choices={props.plan.choices} />;
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
