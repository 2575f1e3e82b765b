import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import ELK from "elkjs/lib/elk-api.js";
import elkWorker from "elkjs/lib/elk-worker.min.js?url";
import type { GraphNode, MachineGraph } from "./machine-graph.ts";

/** Where a stage is drawn, in pixels, relative to the stage around it. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const size = { width: 168, height: 52 };
const settings = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.layered.spacing.nodeNodeBetweenLayers": "72",
  "elk.spacing.nodeNode": "40",
  "elk.padding": "[top=44,left=16,bottom=16,right=16]",
};

/** Lays a machine out, top to bottom, in a worker so that the page stays at hand. */
export async function layOut(graph: MachineGraph): Promise<ReadonlyMap<string, Place>> {
  const elk = new ELK({ workerUrl: elkWorker });
  try {
    const root = await elk.layout({
      id: "machine",
      layoutOptions: settings,
      children: childrenOf(null, graph.nodes),
      edges: graph.edges.map(({ id, from, to }): ElkExtendedEdge => ({ id, sources: [from], targets: [to] })),
    });
    const places = new Map<string, Place>();
    collect(root, places);
    return places;
  } finally {
    elk.terminateWorker();
  }
}

function childrenOf(parent: string | null, nodes: readonly GraphNode[]): ElkNode[] {
  return nodes
    .filter((node) => node.parent === parent)
    .map((node) => {
      const children = childrenOf(node.id, nodes);
      return children.length > 0 ? { id: node.id, children, layoutOptions: settings } : { id: node.id, ...size };
    });
}

function collect(node: ElkNode, places: Map<string, Place>): void {
  for (const child of node.children ?? []) {
    places.set(child.id, {
      x: child.x ?? 0,
      y: child.y ?? 0,
      width: child.width ?? size.width,
      height: child.height ?? size.height,
    });
    collect(child, places);
  }
}
