import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import { useMemo, useState } from "react";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { onDemand } from "../app/parts/on-demand.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { machineGraph } from "./machine-graph.ts";
import { PartsInWords } from "./parts-in-words.tsx";
import { addWords, ShapeDialog } from "./shape-dialog.tsx";
import type { KnownPart, ShapedPart } from "./shape-schema.ts";

const MachineDiagram = onDemand(
  () => import("./machine-diagram.tsx").then((module) => module.MachineDiagram),
  <RowsSkeleton rows={10} />,
);

interface Props {
  readonly definition: WorkflowDefinition;
  readonly onChange: (definition: WorkflowDefinition) => void;
}

const parts = ["stage", "action", "field", "rule", "deadline"] as const satisfies readonly ShapedPart[];

/** The picture of a workflow, the same in words, and the ways to add to it and change it without writing JSON. */
export function DiagramTab({ definition, onChange }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [adding, setAdding] = useState<ShapedPart | null>(null);
  const [known, setKnown] = useState<KnownPart | null>(null);
  const what = known?.what ?? adding;
  const graph = useMemo(() => machineGraph(definition, language), [definition, language]);
  return (
    <Stack spacing={2}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        {parts.map((part) => (
          <Button key={part} variant="outlined" size="small" startIcon={<AddIcon />} onClick={() => setAdding(part)}>
            {say(addWords[part])}
          </Button>
        ))}
      </Box>
      <MachineDiagram graph={graph} />
      <PartsInWords definition={definition} onEdit={setKnown} />
      {what ? (
        <ShapeDialog
          what={what}
          known={known ?? undefined}
          definition={definition}
          onChange={onChange}
          onClose={() => {
            setAdding(null);
            setKnown(null);
          }}
        />
      ) : null}
    </Stack>
  );
}
