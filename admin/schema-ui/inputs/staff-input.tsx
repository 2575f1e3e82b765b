import TextField from "@mui/material/TextField";
import { useSay } from "../../app/i18n/use-say.ts";
import { useKnownStaff } from "../../app/office/use-office.ts";
import { type InputProps, useField } from "../use-field.tsx";

/** A member of the office. */
export function StaffInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const staff = useKnownStaff();
  const kept = typeof field.value === "string" ? field.value : "";
  const hasLeft = kept !== "" && staff?.some(({ id }) => id === kept) === false;
  return (
    <TextField
      id={field.id}
      select
      label={field.label}
      value={kept}
      onChange={({ target }) => field.change(target.value || null)}
      onBlur={field.leave}
      helperText={field.under}
      error={field.wrong}
      disabled={field.disabled}
      slotProps={{ select: { native: true }, htmlInput: { "aria-required": props.plan.required } }}
    >
      <option value="">{say("form.choose")}</option>
      {hasLeft ? <option value={kept}>{say("record.formerMember")}</option> : null}
      {staff?.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </TextField>
  );
}
