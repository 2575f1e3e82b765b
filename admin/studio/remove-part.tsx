import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { eventTitles } from "../../server/engine/definition/event-titles.ts";
import { inLanguage } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { type Say, useLanguage, useSay } from "../app/i18n/use-say.ts";
import { stageUse } from "./reshape-machine.ts";
import { withoutPart } from "./reshape-part.ts";
import type { KnownPart } from "./shape-schema.ts";

interface Props {
  readonly part: KnownPart;
  readonly definition: WorkflowDefinition;
  readonly onRemove: (definition: WorkflowDefinition) => void;
}

/** Takes a part out of the draft, and says before what goes with it. */
export function RemovePart({ part, definition, onRemove }: Props) {
  const say = useSay();
  const language = useLanguage();
  const use = part.what === "stage" ? stageUse(definition, part.path) : null;
  const titles = eventTitles(definition);
  const leading = use?.leadingTo.map(({ cause, name }) =>
    cause === "on" ? inLanguage(titles.get(name) ?? name, language) : say("studio.aDeadline"),
  );
  return (
    <Box sx={{ mt: 3, pt: 2, borderTop: 1, borderColor: "divider" }}>
      <Typography variant="body2" sx={{ mb: 1, color: "text.secondary" }}>
        {sentence({ part, isBeginning: use?.isBeginning ?? false, leading: [...new Set(leading)] }, say)}
      </Typography>
      <Button
        color="error"
        variant="outlined"
        disabled={use?.isBeginning ?? false}
        onClick={() => onRemove(withoutPart(part, definition))}
      >
        {say("studio.remove")}
      </Button>
    </Box>
  );
}

interface Loss {
  readonly part: KnownPart;
  readonly isBeginning: boolean;
  readonly leading: readonly string[];
}

function sentence({ part, isBeginning, leading }: Loss, say: Say): string {
  if (part.what !== "stage") return say(`studio.remove-${part.what}`);
  if (isBeginning) return say("studio.removeBeginning");
  if (leading.length === 0) return say("studio.remove-stage");
  return `${say("studio.removeLeading", { actions: leading.join(", ") })} ${say("studio.remove-stage")}`;
}
