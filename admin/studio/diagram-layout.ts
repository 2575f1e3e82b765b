import ELK, { type ElkEdgeSection, type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk-api.js";
import elkWorker from "elkjs/lib/elk-worker.min.js?url";
import { arrowLabel, type GraphEdge, type GraphNode, type MachineGraph } from "./machine-graph.ts";

/** Where a stage is drawn, in pixels; `x` and `y` relative to the stage around it. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of an arrow and the middle of its words, in pixels from the corner of the drawing. */
export interface Route {
  readonly points: readonly Point[];
  readonly label: Point | null;
}

/** Where stages are drawn, by path, and how arrows run, by id. */
export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly routes: ReadonlyMap<string, Route>;
}

const stage = { width: 200, height: 44 };
/** The words stand on their arrow. */
const inline = { "elk.edgeLabels.inline": "true" };
/** A line in a stage's box. */
const noteHeight = 18;
const labelHeight = 18;
const letterWidth = 6.2;
const settings = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.layered.spacing.nodeNodeBetweenLayers": "36",
  "elk.spacing.nodeNode": "32",
  "elk.spacing.edgeNode": "20",
  "elk.spacing.edgeLabel": "4",
  "elk.padding": "[top=40,left=20,bottom=20,right=20]",
};

/** Lays a machine out, top to bottom, in a worker so that the page stays at hand. */
export async function layOut(graph: MachineGraph): Promise<Layout> {
  const elk = new ELK({ workerUrl: elkWorker });
  try {
    const root = await elk.layout({
      id: "machine",
      layoutOptions: { ...settings, "elk.json.edgeCoords": "ROOT" },
      children: childrenOf(null, graph.nodes),
      edges: [
        ...unseenEdges(graph),
        ...graph.drawn.map((edge): ElkExtendedEdge => {
          const text = arrowLabel(edge);
          const labels = text
            ? [{ text, layoutOptions: inline, width: text.length * letterWidth + 8, height: labelHeight }]
            : [];
          return {
            id: edge.id,
            sources: [edge.from],
            targets: [edge.to],
            labels,
            ...(isForward(edge, graph) && { layoutOptions: kept }),
          };
        }),
      ],
    });
    const places = new Map<string, Place>();
    collect(root, places);
    return { places, routes: new Map((root.edges ?? []).map((edge) => [edge.id, routeOf(edge)])) };
  } finally {
    elk.terminateWorker();
  }
}

/** A stage that arrows leave and none reach would stand above the first one: it is held under the one before it. */
function unseenEdges({ nodes, drawn }: MachineGraph): readonly ElkExtendedEdge[] {
  const beside = nodes.filter(({ parent }) => parent === null);
  return beside.slice(1).flatMap((node, index) => {
    const reached = drawn.some(({ to }) => to === node.id);
    const left = drawn.some(({ from }) => from === node.id);
    const before = beside[index]?.id ?? "";
    if (reached || !left) return [];
    return [{ id: `${before} > ${node.id}`, sources: [before], targets: [node.id], layoutOptions: kept }];
  });
}

/** Whether it leads to a later stage, as the definition has them. */
function isForward({ from, to }: GraphEdge, { nodes }: MachineGraph): boolean {
  const place = (stage: string) => nodes.findIndex(({ id }) => id === stage);
  return place(from) < place(to);
}

/** When arrows go round in a circle, another one is turned. */
const kept = { "elk.layered.priority.direction": "10" };

function childrenOf(parent: string | null, nodes: readonly GraphNode[]): ElkNode[] {
  return nodes
    .filter((node) => node.parent === parent)
    .map((node) => {
      const children = childrenOf(node.id, nodes);
      return children.length > 0
        ? { id: node.id, children, layoutOptions: settings }
        : { id: node.id, ...stage, height: stage.height + node.notes.length * noteHeight };
    });
}

function collect(node: ElkNode, places: Map<string, Place>): void {
  for (const child of node.children ?? []) {
    const { id, x = 0, y = 0, width = stage.width, height = stage.height } = child;
    places.set(id, { x, y, width, height });
    collect(child, places);
  }
}

function routeOf(edge: ElkExtendedEdge): Route {
  const points = (edge.sections ?? []).flatMap(pointsOf);
  const label = edge.labels?.[0];
  if (label?.x === undefined || label.y === undefined) return { points, label: null };
  return { points, label: { x: label.x + (label.width ?? 0) / 2, y: label.y + (label.height ?? 0) / 2 } };
}

function pointsOf({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): readonly Point[] {
  return [startPoint, ...bendPoints, endPoint];
}
