import Box from "@mui/material/Box";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import { type NestingInputProps, useField } from "../use-field.tsx";

/** Fields that belong together. */
export function GroupInput(props: NestingInputProps) {
  const { plan, path, Inner } = props;
  const field = useField(props);
  return (
    <Box component="fieldset" id={field.id} sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <FormLabel component="legend" sx={{ mb: 1 }}>
        {field.label}
      </FormLabel>
      {field.under ? <FormHelperText error={field.wrong}>{field.under}</FormHelperText> : null}
      <Box sx={{ display: "grid", gap: 1.5, pl: 1.5, borderLeft: 2, borderColor: "divider" }}>
        {plan.fields.map((inner) => (
          <Inner key={inner.name} plan={inner} path={`${path}.${inner.name}`} />
        ))}
      </Box>
    </Box>
  );
}
