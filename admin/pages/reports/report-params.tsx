import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { fieldsOf } from "../../../server/engine/schema/walk-schema.ts";
import type { DataSchema } from "../../../server/plugin-api/data-schema.ts";
import { inLanguage } from "../../../server/plugin-api/text.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";

interface Props {
  readonly schema: DataSchema;
  readonly values: URLSearchParams;
  /** Null for all. */
  readonly onChange: (changed: { readonly [param: string]: string | null }) => void;
}

/** What a report asks beside its period: each list of choices that its parameters have. */
export function ReportParams({ schema, values, onChange }: Props) {
  const say = useSay();
  const language = useLanguage();
  const choices = fieldsOf(schema).filter((field) => field.schema.enum !== undefined);
  return choices.map(({ name, schema: param }) => (
    <TextField
      key={name}
      select
      label={param.title ?? name}
      value={values.get(name) ?? ""}
      onChange={({ target }) => onChange({ [name]: target.value || null })}
      slotProps={{ select: { displayEmpty: true } }}
      sx={{ width: 220 }}
    >
      <MenuItem value="">{say("pages.all")}</MenuItem>
      {(param.enum ?? []).map((value) => (
        <MenuItem key={String(value)} value={String(value)}>
          {inLanguage(param["x-labels"]?.[String(value)] ?? String(value), language)}
        </MenuItem>
      ))}
    </TextField>
  ));
}
