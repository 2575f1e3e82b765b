import { useId } from "react";
import { Box, ToggleButton, ToggleButtonGroup, Typography, useType } from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { useSentences } from "./screen-sentences.ts";

interface Props {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** What a visit is about, in one tap; nothing where the office does not ask it. */
export function PurposeChoice({ value, onChange }: Props) {
  const say = useSentences();
  const label = useId();
  const labels = useType(types.visits)?.schema.properties?.["purpose"]?.["x-labels"] ?? {};
  if (Object.keys(labels).length === 0) return null;
  return (
    <Box>
      <Typography id={label} variant="subtitle2" component="div" sx={{ mb: 0.5 }}>
        {say.purpose}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-labelledby={label}
        value={value}
        onChange={(_, chosen: string | null) => onChange(chosen)}
        sx={choices}
      >
        {Object.entries(labels).map(([key, title]) => (
          <ToggleButton key={key} value={key} sx={{ color: "text.primary" }}>
            {String(title)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}

const choices = {
  display: "flex",
  flexWrap: "wrap",
  gap: 0.5,
  "& .MuiToggleButton-root": { border: 1, borderColor: "divider", borderRadius: "8px !important", m: "0 !important" },
} as const;
