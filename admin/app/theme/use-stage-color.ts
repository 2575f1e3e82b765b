import { useTheme } from "@mui/material/styles";
import { stageColor } from "./stage-palette.ts";

/** A stage's colours in the theme in force, for what is not drawn with `sx`: diagrams, charts, borders. */
export function useStageColor(color: string | undefined): {
  readonly main: string;
  readonly soft: string;
  readonly text: string;
} {
  const tone = useTheme().vars.palette.stage[stageColor(color)];
  return { main: tone.solid, soft: tone.tint, text: tone.text };
}
