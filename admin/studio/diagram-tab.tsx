import AddIcon from "@mui/icons-material/Add";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useMemo, useState } from "react";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { onDemand } from "../app/parts/on-demand.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { type GraphEdge, type MachineGraph, machineGraph } from "./machine-graph.ts";
import { addWords, ShapeDialog } from "./shape-dialog.tsx";
import type { ShapedPart } from "./shape-schema.ts";

const MachineDiagram = onDemand(
  () => import("./machine-diagram.tsx").then((module) => module.MachineDiagram),
  <RowsSkeleton rows={10} />,
);

interface Props {
  readonly definition: WorkflowDefinition;
  readonly onChange: (definition: WorkflowDefinition) => void;
}

const parts = ["stage", "action", "field", "rule", "deadline"] as const satisfies readonly ShapedPart[];

/** The picture of a workflow, the same in words, and the ways to add to it without writing JSON. */
export function DiagramTab({ definition, onChange }: Props) {
  const say = useSay();
  const language = useLanguage();
  const [adding, setAdding] = useState<ShapedPart | null>(null);
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
      <StagesInWords graph={graph} />
      {adding ? (
        <ShapeDialog what={adding} definition={definition} onChange={onChange} onClose={() => setAdding(null)} />
      ) : null}
    </Stack>
  );
}

function StagesInWords({ graph }: { readonly graph: MachineGraph }) {
  const say = useSay();
  return (
    <Box component="details">
      <Typography component="summary" sx={{ cursor: "pointer" }}>
        {say("studio.stagesList")}
      </Typography>
      <ul>
        {graph.nodes.map(({ id, title }) => (
          <li key={id}>
            <strong>{title}</strong>
            <Arrows graph={graph} from={id} />
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Arrows({ graph, from }: { readonly graph: MachineGraph; readonly from: string }) {
  const say = useSay();
  const arrows = graph.edges.filter((edge) => edge.from === from);
  if (arrows.length === 0) return <> : {say("studio.noArrow")}</>;
  return (
    <ul>
      {arrows.map((edge) => (
        <li key={edge.id}>{inWords(edge, graph, say)}</li>
      ))}
    </ul>
  );
}

function inWords(edge: GraphEdge, graph: MachineGraph, say: ReturnType<typeof useSay>): string {
  const to = graph.nodes.find(({ id }) => id === edge.to)?.title ?? edge.to;
  return edge.causes
    .map(({ kind, title }) => {
      if (kind === "timer") return say("studio.timerArrow", { title, to });
      return kind === "own" ? say("studio.ownArrow", { to }) : say("studio.arrow", { title, to });
    })
    .join(" ; ");
}
