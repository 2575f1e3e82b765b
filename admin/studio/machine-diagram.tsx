import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useQuery } from "@tanstack/react-query";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { stageColor } from "../app/theme/stage-palette.ts";
import { layOut, type Place } from "./diagram-layout.ts";
import type { GraphNode, MachineGraph } from "./machine-graph.ts";

type StageNode = Node<{ readonly stage: GraphNode }, "stage">;

/** A workflow as a picture: a box a stage, an arrow an action; the list under it says the same to a screen reader. */
export function MachineDiagram({ graph }: { readonly graph: MachineGraph }) {
  const say = useSay();
  const { data: places } = useQuery({
    queryKey: ["diagram", graph],
    queryFn: () => layOut(graph),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!places) return <RowsSkeleton rows={6} />;
  return (
    <Box
      role="region"
      aria-label={say("studio.diagram")}
      sx={{ height: "70vh", minHeight: 420, border: 1, borderColor: "divider", borderRadius: 1 }}
    >
      <ReactFlow
        nodes={nodesOf(graph, places)}
        edges={edgesOf(graph)}
        nodeTypes={nodeTypes}
        nodesConnectable={false}
        nodesDraggable={false}
        edgesFocusable={false}
        fitView
        minZoom={0.2}
        proOptions={{ hideAttribution: true }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </Box>
  );
}

const nodeTypes = { stage: StageBox };

function StageBox({ data: { stage } }: NodeProps<StageNode>) {
  const tone = `stage.${stageColor(stage.color)}`;
  return (
    <Box
      sx={{
        width: "100%",
        height: "100%",
        boxSizing: "border-box",
        borderRadius: 1,
        border: stage.final ? 3 : 1,
        borderStyle: stage.final ? "double" : "solid",
        borderColor: `${tone}.solid`,
        bgcolor: stage.leaf ? `${tone}.tint` : "transparent",
        color: stage.leaf ? `${tone}.text` : "text.primary",
        p: 1,
      }}
    >
      <Handle type="target" position={Position.Top} style={{ opacity: 0 }} />
      <Typography variant="body2" sx={{ fontWeight: 600, lineHeight: 1.3 }}>
        {stage.title}
      </Typography>
      <Handle type="source" position={Position.Bottom} style={{ opacity: 0 }} />
    </Box>
  );
}

function nodesOf(graph: MachineGraph, places: ReadonlyMap<string, Place>): StageNode[] {
  return graph.nodes.map((stage) => {
    const place = places.get(stage.id) ?? { x: 0, y: 0, width: 168, height: 52 };
    return {
      id: stage.id,
      type: "stage",
      position: { x: place.x, y: place.y },
      style: { width: place.width, height: place.height },
      data: { stage },
      ariaLabel: stage.title,
      ...(stage.parent ? { parentId: stage.parent } : {}),
    };
  });
}

function edgesOf(graph: MachineGraph): Edge[] {
  return graph.edges.map(({ id, from, to, title, kind }) => ({
    id,
    source: from,
    target: to,
    label: title,
    type: "smoothstep",
    markerEnd: { type: MarkerType.ArrowClosed },
    ...(kind === "event" ? {} : { style: { strokeDasharray: "4 3" } }),
  }));
}
