import type { AutocompleteRenderInputParams } from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import type { ReactNode } from "react";

interface Props {
  /** What `Autocomplete` gives its field. */
  readonly params: AutocompleteRenderInputParams;
  readonly field: { readonly label: ReactNode; readonly under?: ReactNode; readonly wrong?: boolean };
  readonly required: boolean;
  readonly placeholder?: string;
}

/** The field that one types in to choose: its label, its help, what is wrong with it, and whether it is required. */
export function PickerField({ params, field, required, placeholder }: Props) {
  return (
    <TextField
      {...params}
      label={field.label}
      helperText={field.under}
      error={field.wrong ?? false}
      {...(placeholder === undefined ? {} : { placeholder })}
      slotProps={{
        ...params.slotProps,
        htmlInput: { ...params.slotProps.htmlInput, "aria-required": required },
      }}
    />
  );
}
