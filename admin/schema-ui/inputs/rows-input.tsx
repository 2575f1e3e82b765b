import AddIcon from "@mui/icons-material/Add";
import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useFieldArray } from "react-hook-form";
import { useSay } from "../../app/i18n/use-say.ts";
import { type NestingInputProps, useField } from "../use-field.tsx";

/** Several of the same thing, one row each. */
export function RowsInput(props: NestingInputProps) {
  const say = useSay();
  const { plan, path, Inner } = props;
  const field = useField(props);
  const { fields, append, remove } = useFieldArray({ name: path });
  const narrow = plan.fields.length <= 3;
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <FormLabel component="legend" sx={{ mb: 0.5 }}>
        {field.label}
      </FormLabel>
      {field.under ? <FormHelperText error={field.wrong}>{field.under}</FormHelperText> : null}
      {fields.map((row, index) => (
        <Box key={row.id} sx={rowStyle}>
          <Box
            sx={{
              flex: 1,
              minWidth: 0,
              display: "grid",
              gap: 1.5,
              gridTemplateColumns: { xs: "1fr", sm: narrow ? "repeat(auto-fit, minmax(150px, 1fr))" : "1fr 1fr" },
            }}
          >
            {plan.fields.map((inner) => (
              <Inner key={inner.name} plan={inner} path={`${path}.${index}.${inner.name}`} />
            ))}
          </Box>
          {field.disabled ? null : (
            <Tooltip title={say("form.removeRow", { number: index + 1 })}>
              <IconButton aria-label={say("form.removeRow", { number: index + 1 })} onClick={() => remove(index)}>
                <DeleteIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          )}
        </Box>
      ))}
      {field.disabled ? null : (
        <Button id={field.id} size="small" startIcon={<AddIcon />} onClick={() => append({})} sx={{ mt: 1 }}>
          {say("form.addRow", { label: plan.label })}
        </Button>
      )}
    </Box>
  );
}

const rowStyle = {
  display: "flex",
  alignItems: "flex-start",
  gap: 1,
  p: 1.5,
  mt: 1,
  border: 1,
  borderColor: "divider",
  borderRadius: 1,
  backgroundColor: "ground.quiet",
} as const;
