import Box from "@mui/material/Box";
import type { ServedType } from "../../../server/http/api-types.ts";
import { stageOf } from "../office/use-office.ts";
import { stageColor } from "../theme/stage-palette.ts";

interface StageChipProps {
  /** The workflow. */
  readonly type: ServedType;
  /** The stage's path, or several joined by commas when the case is in several at once. */
  readonly stage: string;
}

/** Where a case is: the stage's own colour, and always its name. */
export function StageChip({ type, stage }: StageChipProps) {
  return (
    <Box component="span" sx={{ display: "inline-flex", flexWrap: "wrap", gap: 0.5 }}>
      {stage.split(",").map((path) => {
        const known = stageOf(type, path);
        return <ColorChip key={path} color={known?.color} label={known?.title ?? path} />;
      })}
    </Box>
  );
}

/** A word on the ground of its colour, with a mark that is told apart by its lightness too. */
export function ColorChip({ color, label }: { readonly color?: string | undefined; readonly label: string }) {
  const tone = `stage.${stageColor(color)}`;
  return (
    <Box
      component="span"
      sx={{
        display: "inline-flex",
        alignItems: "center",
        gap: 0.75,
        height: 22,
        px: 1,
        borderRadius: "6px",
        fontSize: "0.893rem",
        fontWeight: 550,
        whiteSpace: "nowrap",
        color: `${tone}.text`,
        backgroundColor: `${tone}.tint`,
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 7, height: 7, borderRadius: "50%", backgroundColor: `${tone}.solid` }}
      />
      {label}
    </Box>
  );
}
