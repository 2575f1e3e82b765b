import Box from "@mui/material/Box";
import { inLanguage, type Text } from "../../server/plugin-api/text.ts";
import { useLanguage } from "../app/i18n/use-say.ts";
import { stageColor } from "../app/theme/stage-palette.ts";

interface Props {
  readonly stages: readonly { readonly path: string; readonly title: Text; readonly color?: string }[];
  /** Leaves, joined by `,` when parallel. */
  readonly stage: string;
}

/** A stage among those of a definition, in force or not yet, by its title and in its colour. */
export function StageName({ stages, stage }: Props) {
  const language = useLanguage();
  return stage.split(",").map((leaf) => {
    const found = stages.find(({ path }) => path === leaf);
    const tone = `stage.${stageColor(found?.color)}`;
    return (
      <Box
        key={leaf}
        component="span"
        sx={{
          px: 1,
          py: 0.25,
          borderRadius: 1,
          fontWeight: 600,
          color: `${tone}.text`,
          backgroundColor: `${tone}.tint`,
        }}
      >
        {found ? inLanguage(found.title, language) : leaf}
      </Box>
    );
  });
}
