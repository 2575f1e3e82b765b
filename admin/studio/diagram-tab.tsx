import Box from "@mui/material/Box";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { lazy, Suspense, useMemo } from "react";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { useLanguage, useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { type GraphEdge, type MachineGraph, machineGraph } from "./machine-graph.ts";

const MachineDiagram = lazy(async () => ({ default: (await import("./machine-diagram.tsx")).MachineDiagram }));

/** The picture of a workflow, and the same in words. */
export function DiagramTab({ definition }: { readonly definition: WorkflowDefinition }) {
  const language = useLanguage();
  const graph = useMemo(() => machineGraph(definition, language), [definition, language]);
  return (
    <Stack spacing={2}>
      <Suspense fallback={<RowsSkeleton rows={10} />}>
        <MachineDiagram graph={graph} />
      </Suspense>
      <StagesInWords graph={graph} />
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
