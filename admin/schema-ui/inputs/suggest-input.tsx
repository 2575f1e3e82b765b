import Autocomplete from "@mui/material/Autocomplete";
import { useState } from "react";
import type { RaRecord } from "react-admin";
import { useApi } from "../../app/api/use-api.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useDebounced } from "../../app/parts/use-debounced.ts";
import { bestFirst } from "../best-first.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { useSuggested } from "../use-suggested.ts";
import { PickerField } from "./picker-field.tsx";

interface Suggestion {
  readonly value: string;
  readonly name: string;
}

/** Proposes the records of a type while one types, and keeps the one field of the chosen record that the schema names. */
export function SuggestInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const { type, value: key } = props.plan.schema["x-suggest"] ?? { type: "", value: "" };
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const asked = useDebounced(text.trim(), 200);
  const kept = typeof field.value === "string" ? field.value : "";
  const { name, pending } = useSuggested(props.plan.schema, kept);
  // Without an order of one's own, the likeliest come first.
  const query = new URLSearchParams({ filter: JSON.stringify(asked ? { q: asked } : {}), range: "[0,19]" });
  const { data, isFetching } = useApi<readonly RaRecord[]>(type, `/api/${type}?${query}`, { enabled: open });
  const options = bestFirst(
    (data ?? []).flatMap((record) => suggestion(record, key)),
    asked,
  );
  return (
    <Autocomplete<Suggestion>
      id={field.id}
      options={[...options]}
      value={kept ? { value: kept, name: name ?? (pending ? "" : kept) } : null}
      loading={isFetching}
      loadingText={say("shell.loading")}
      noOptionsText={say("form.noRecord")}
      filterOptions={(all) => all}
      getOptionLabel={(one) => one.name}
      getOptionKey={(one) => one.value}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onInputChange={(_, typed, reason) => setText(reason === "reset" ? "" : typed)}
      onChange={(_, one) => field.change(one?.value ?? null)}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onBlur={field.leave}
      disabled={field.disabled}
      autoHighlight
      renderInput={(params) => (
        <PickerField
          params={params}
          field={field}
          required={props.plan.required}
          placeholder={say(pending ? "shell.loading" : "form.findRecord")}
        />
      )}
    />
  );
}

function suggestion(record: RaRecord, key: string): readonly Suggestion[] {
  const value: unknown = record[key];
  const name: unknown = record["displayName"];
  return typeof value === "string" ? [{ value, name: typeof name === "string" ? name : value }] : [];
}
