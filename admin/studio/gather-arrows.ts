import type { GraphEdge } from "./machine-graph.ts";

/** An action that so many stages have in common. */
export interface GraphNote {
  /** It comes into this stage from many, or leads from it to many. */
  readonly direction: "in" | "out";
  readonly title: string;
  readonly count: number;
}

interface GatheredArrows {
  readonly drawn: readonly GraphEdge[];
  /** By stage. */
  readonly notes: ReadonlyMap<string, readonly GraphNote[]>;
}

/** As many arrows of one action hide the usual way through a machine. */
const many = 3;

/** Takes the actions that many stages share out of the arrows and writes them at the one stage that they meet in. */
export function gatherArrows(edges: readonly GraphEdge[], leaves: ReadonlySet<string>): GatheredArrows {
  const notes = new Map<string, GraphNote[]>();
  const comings = bundles(edges, "to", leaves);
  const left = edges.map((edge) => without(edge, (key) => comings.has(`${edge.to} ${key}`)));
  const goings = bundles(left, "from", leaves);
  const drawn = left.map((edge) => without(edge, (key) => goings.has(`${edge.from} ${key}`)));
  for (const [direction, found] of [
    ["in", comings],
    ["out", goings],
  ] as const) {
    for (const { stage, title, count } of found.values()) {
      notes.set(stage, [...(notes.get(stage) ?? []), { direction, title, count }]);
    }
  }
  return { drawn: drawn.filter(({ causes }) => causes.length > 0), notes };
}

interface Bundle {
  readonly stage: string;
  readonly title: string;
  readonly count: number;
}

function bundles(edges: readonly GraphEdge[], end: "from" | "to", leaves: ReadonlySet<string>): Map<string, Bundle> {
  const counted = new Map<string, Bundle>();
  for (const edge of edges.filter((one) => leaves.has(one[end]))) {
    for (const cause of edge.causes) {
      const key = `${edge[end]} ${causeKey(cause)}`;
      counted.set(key, { stage: edge[end], title: cause.title, count: (counted.get(key)?.count ?? 0) + 1 });
    }
  }
  return new Map([...counted].filter(([, { title, count }]) => count >= many && title !== ""));
}

function without(edge: GraphEdge, isTaken: (key: string) => boolean): GraphEdge {
  return { ...edge, causes: edge.causes.filter((cause) => !isTaken(causeKey(cause))) };
}

function causeKey({ kind, title }: GraphEdge["causes"][number]): string {
  return `${kind} ${title}`;
}
