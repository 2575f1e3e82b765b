import { type InputProps, useField } from "../use-field.tsx";
import { RecordPicker } from "./record-picker.tsx";

/** A field that holds the id of a record, or several. */
export function ReferenceInput(props: InputProps) {
  const field = useField(props);
  const many = props.plan.kind === "references";
  const ids = (many ? (Array.isArray(field.value) ? field.value : []) : [field.value]).filter(
    (id) => typeof id === "string" && id !== "",
  );
  return (
    <RecordPicker
      id={field.id}
      type={props.plan.reference ?? ""}
      label={field.label}
      ids={ids}
      many={many}
      onChange={(next) => field.change(many ? next : (next[0] ?? null))}
      onBlur={field.leave}
      under={field.under}
      wrong={field.wrong}
      disabled={field.disabled}
      required={props.plan.required}
    />
  );
}
