import Box from "@mui/material/Box";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import { inLanguage } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { useLanguage } from "../app/i18n/use-say.ts";
import { stageColor } from "../app/theme/stage-palette.ts";

interface Props {
  readonly definition: WorkflowDefinition;
  /** Leaves, joined by `,` when parallel. */
  readonly stage: string;
}

/** A stage of a definition that is not in force yet, by its title and in its colour. */
export function StageName({ definition, stage }: Props) {
  const language = useLanguage();
  const stages = stagesOf(definition);
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
