import Autocomplete from "@mui/material/Autocomplete";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Commune } from "../../../server/http/api-types.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useDebounced } from "../../app/parts/use-debounced.ts";
import { useCommuneName, useCommunes } from "../use-communes.ts";
import { type InputProps, useField } from "../use-field.tsx";
import { PickerField } from "./picker-field.tsx";

/** A town, found from the postal code beside it or by its name, kept by its official code. */
export function CommuneInput(props: InputProps) {
  const say = useSay();
  const field = useField(props);
  const [text, setText] = useState("");
  const asked = useDebounced(text.trim(), 200);
  const postalCode = useSiblingPostalCode(props.path);
  const kept = typeof field.value === "string" ? field.value : "";
  const { name, pending } = useCommuneName(kept);
  const found = useCommunes(asked.length > 1 ? { q: asked } : postalCode ? { postalCode } : null);
  return (
    <Autocomplete<Commune>
      id={field.id}
      options={[...found]}
      value={kept ? { code: kept, name: name ?? (pending ? "" : kept), postalCodes: [] } : null}
      filterOptions={(all) => all}
      getOptionLabel={(commune) => commune.name}
      getOptionKey={(commune) => commune.code}
      isOptionEqualToValue={(one, other) => one.code === other.code}
      onInputChange={(_, typed, reason) => setText(reason === "reset" ? "" : typed)}
      onChange={(_, commune) => field.change(commune?.code ?? null)}
      onBlur={field.leave}
      disabled={field.disabled}
      openOnFocus
      autoHighlight
      noOptionsText={say("form.communeHelp")}
      renderOption={({ key, ...option }, commune) => (
        <li key={key} {...option}>
          {commune.name} ({commune.postalCodes.join(", ")})
        </li>
      )}
      renderInput={(params) => (
        <PickerField
          params={params}
          field={field}
          required={props.plan.required}
          placeholder={pending ? say("shell.loading") : ""}
        />
      )}
    />
  );
}

/** The postal code typed in the same form, beside the commune. */
function useSiblingPostalCode(path: string): string | null {
  const { control } = useFormContext();
  const before = path.split(".").slice(0, -1);
  const code: unknown = useWatch({ control, name: [...before, "postalCode"].join(".") });
  return typeof code === "string" && /^\d{5}$/.test(code) ? code : null;
}
