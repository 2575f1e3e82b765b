import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import {
  Background,
  BaseEdge,
  Controls,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { useColorScheme } from "@mui/material/styles";
import { useQuery } from "@tanstack/react-query";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { stageColor } from "../app/theme/stage-palette.ts";
import { type Layout, layOut, type Route } from "./diagram-layout.ts";
import { arrowLabel, type GraphNode, type MachineGraph } from "./machine-graph.ts";

type StageNode = Node<{ readonly stage: GraphNode }, "stage">;
type Arrow = Edge<{ readonly route: Route; readonly text: string }, "arrow">;

/** A workflow as a picture: a box a stage, an arrow from one to the next with the actions that take it. */
export function MachineDiagram({ graph }: { readonly graph: MachineGraph }) {
  const say = useSay();
  const { colorScheme = "light" } = useColorScheme();
  const { data: layout, error } = useQuery({
    queryKey: ["diagram", graph],
    queryFn: () => layOut(graph),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Alert severity="info">{say("studio.noDiagram")}</Alert>;
  if (!layout) return <RowsSkeleton rows={10} />;
  return (
    <Box
      role="region"
      aria-label={say("studio.diagram")}
      sx={{ height: "70vh", minHeight: 420, border: 1, borderColor: "divider", borderRadius: 1 }}
    >
      <ReactFlow
        nodes={nodesOf(graph, layout)}
        edges={arrowsOf(graph, layout)}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={colorScheme}
        nodesConnectable={false}
        nodesDraggable={false}
        edgesFocusable={false}
        fitView
        fitViewOptions={{ padding: 0.08 }}
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
const edgeTypes = { arrow: ArrowLine };

function StageBox({ data: { stage } }: NodeProps<StageNode>) {
  const say = useSay();
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
      {stage.notes.map(({ direction, title, count }) => (
        <Box key={`${direction} ${title}`} sx={{ fontSize: 11, lineHeight: "18px", whiteSpace: "nowrap" }}>
          {say(direction === "in" ? "studio.noteIn" : "studio.noteOut", { title, smart_count: count })}
        </Box>
      ))}
      <Handle type="source" position={Position.Bottom} style={{ opacity: 0 }} />
    </Box>
  );
}

function ArrowLine({ data, markerEnd }: EdgeProps<Arrow>) {
  if (!data) return null;
  const { route, text } = data;
  const path = route.points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join(" ");
  return (
    <>
      <BaseEdge path={path} {...(markerEnd ? { markerEnd } : {})} />
      {route.label && text ? (
        <EdgeLabelRenderer>
          <Box
            sx={{
              position: "absolute",
              transform: `translate(-50%, -50%) translate(${route.label.x}px, ${route.label.y}px)`,
              px: 0.5,
              fontSize: 11,
              lineHeight: "16px",
              whiteSpace: "nowrap",
              bgcolor: "background.default",
              color: "text.secondary",
            }}
          >
            {text}
          </Box>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
}

function nodesOf(graph: MachineGraph, { places }: Layout): StageNode[] {
  return graph.nodes.flatMap((stage) => {
    const place = places.get(stage.id);
    if (!place) return [];
    const { x, y, width, height } = place;
    const inside = stage.parent ? { parentId: stage.parent } : {};
    return [
      {
        id: stage.id,
        type: "stage",
        position: { x, y },
        width,
        height,
        data: { stage },
        ariaLabel: stage.title,
        ...inside,
      },
    ];
  });
}

function arrowsOf(graph: MachineGraph, { routes }: Layout): Arrow[] {
  return graph.drawn.flatMap((edge) => {
    const route = routes.get(edge.id);
    if (!route) return [];
    return [
      {
        id: edge.id,
        type: "arrow",
        source: edge.from,
        target: edge.to,
        data: { route, text: arrowLabel(edge) },
        markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
      },
    ];
  });
}
