import Autocomplete from "@mui/material/Autocomplete";
import { useSay } from "../../app/i18n/use-say.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { PickerField } from "./picker-field.tsx";

/** A list of words: each typed and entered becomes a chip. */
export function WordsInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const words = Array.isArray(field.value) ? field.value.filter((word) => typeof word === "string") : [];
  return (
    <Autocomplete<string, true, false, true>
      id={field.id}
      multiple
      freeSolo
      options={[]}
      value={words}
      onChange={(_, next) => field.change(next.map((word) => word.trim()).filter(Boolean))}
      onBlur={field.leave}
      disabled={field.disabled}
      autoSelect
      renderInput={(params) => (
        <PickerField
          params={params}
          field={{ ...field, under: field.under ?? say("form.wordsHelp") }}
          required={props.plan.required}
        />
      )}
    />
  );
}
