import { delayInWords } from "../../server/engine/definition/delay-in-words.ts";
import { delayOf } from "../../server/engine/definition/delays.ts";
import { eventTitles } from "../../server/engine/definition/event-titles.ts";
import { stagesOf } from "../../server/engine/definition/stages.ts";
import {
  nodesOf,
  stateTree,
  type TreeNode,
  type TreeTransition,
  targetsOf,
  transitionsOf,
} from "../../server/engine/definition/state-tree.ts";
import { inLanguage, type Language } from "../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { type GraphNote, gatherArrows } from "./gather-arrows.ts";

/** A stage as it is drawn. */
export interface GraphNode {
  /** Dotted path of the stage. */
  readonly id: string;
  readonly title: string;
  readonly color?: string | undefined;
  readonly parent: string | null;
  readonly leaf: boolean;
  readonly final: boolean;
  /** Actions that come from many stages, or lead to many: told in the box, where arrows would hide the way. */
  readonly notes: readonly GraphNote[];
}

/** An arrow from a stage to another, with everything that takes it. */
export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly causes: readonly { readonly kind: "event" | "timer" | "own"; readonly title: string }[];
}

/** A machine as a drawing. */
export interface MachineGraph {
  readonly nodes: readonly GraphNode[];
  /** Every arrow. */
  readonly edges: readonly GraphEdge[];
  /** Those that are drawn: the others are notes of their stages. */
  readonly drawn: readonly GraphEdge[];
}

/** The machine as a drawing: its stages, and one arrow from a stage to each one that it leads to. */
export function machineGraph(definition: WorkflowDefinition, language: Language): MachineGraph {
  const nodes = stagesOf(definition).map(({ path, title, color, parent, leaf, final }) => ({
    id: path,
    title: inLanguage(title, language),
    color,
    parent,
    leaf,
    final,
  }));
  const titles = eventTitles(definition);
  const delayOfName = (name: string) => delayInWords(delayOf(definition, name), name, language);
  const titleOf = (event: string) => inLanguage(titles.get(event) ?? event, language);
  const edges = new Map<string, GraphEdge>();
  for (const transition of nodesOf(stateTree(definition)).flatMap(transitionsOf)) {
    for (const target of targetsOf(transition))
      addArrow(edges, {
        from: transition.source,
        to: stageOf(target),
        cause: causeOf(transition, { titleOf, delayOfName }),
      });
  }
  const all = [...edges.values()];
  const { drawn, notes } = gatherArrows(all, new Set(nodes.filter(({ leaf }) => leaf).map(({ id }) => id)));
  return { nodes: nodes.map((node) => ({ ...node, notes: notes.get(node.id) ?? [] })), edges: all, drawn };
}

/** A history state leads back into the stage around it. */
function stageOf(target: TreeNode): TreeNode {
  return target.kind === "history" && target.parent ? target.parent : target;
}

interface Arrow {
  readonly from: TreeNode;
  readonly to: TreeNode;
  readonly cause: GraphEdge["causes"][number];
}

/** The machine itself is no stage: arrows from it, which leave every stage, are told in words only where they end. */
function addArrow(edges: Map<string, GraphEdge>, { from, to, cause }: Arrow): void {
  if (from.path === "" || to.path === "" || from === to) return;
  const id = `${from.path} ${to.path}`;
  const causes = edges.get(id)?.causes ?? [];
  if (causes.some(({ kind, title }) => kind === cause.kind && title === cause.title)) return;
  edges.set(id, { id, from: from.path, to: to.path, causes: [...causes, cause] });
}

function causeOf(
  { cause, name, definition }: TreeTransition,
  {
    titleOf,
    delayOfName,
  }: { readonly titleOf: (event: string) => string; readonly delayOfName: (name: string) => string },
): GraphEdge["causes"][number] {
  if (cause === "on") return { kind: "event", title: titleOf(name) };
  if (cause === "after") return { kind: "timer", title: delayOfName(name) };
  return { kind: "own", title: definition.description ?? "" };
}

/** What an arrow says: its actions, and its delays. */
export function arrowLabel(edge: GraphEdge): string {
  return edge.causes
    .map(({ title }) => title)
    .filter(Boolean)
    .join(" · ");
}
