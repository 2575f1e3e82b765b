import { stagesOf } from "../../server/engine/definition/stages.ts";
import { inLanguage, type Language, type Text } from "../../server/plugin-api/text.ts";
import type { StateDefinition, Transitions, WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";

export interface GraphNode {
  /** Dotted path of the stage. */
  readonly id: string;
  readonly title: string;
  readonly color?: string | undefined;
  readonly parent: string | null;
  readonly leaf: boolean;
  readonly final: boolean;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly kind: "event" | "timer" | "always" | "done";
}

export interface MachineGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The machine as a drawing: stages, and an arrow for each transition that leads somewhere else. */
export function machineGraph(definition: WorkflowDefinition, language: Language): MachineGraph {
  const nodes = stagesOf(definition).map((stage) => ({
    id: stage.path,
    title: inLanguage(stage.title, language),
    color: stage.color,
    parent: stage.parent,
    leaf: stage.leaf,
    final: stage.final,
  }));
  const byId = idsOf(definition.machine);
  const known = new Set(nodes.map(({ id }) => id));
  const edges: GraphEdge[] = [];
  visit(definition.machine, "", (state, path) => {
    for (const arrow of arrowsOf(state, language)) {
      for (const target of arrow.targets) {
        const to = resolveTarget(target, path, byId, definition.machine);
        if (to && path && known.has(to) && known.has(path) && to !== path) {
          edges.push({
            id: `${path} ${arrow.key} ${to} ${edges.length}`,
            from: path,
            to,
            title: arrow.title,
            kind: arrow.kind,
          });
        }
      }
    }
  });
  return { nodes, edges };
}

interface Arrow {
  readonly key: string;
  readonly title: string;
  readonly kind: GraphEdge["kind"];
  readonly targets: readonly string[];
}

function arrowsOf(state: StateDefinition, language: Language): readonly Arrow[] {
  return [
    ...Object.entries(state.on ?? {}).flatMap(([event, to]) =>
      arrows(to, { key: event, title: event, kind: "event" }, language),
    ),
    ...Object.entries(state.after ?? {}).flatMap(([delay, to]) =>
      arrows(to, { key: `after ${delay}`, title: `⏱ ${delay}`, kind: "timer" }, language),
    ),
    ...arrows(state.always, { key: "always", title: "", kind: "always" }, language),
    ...arrows(state.onDone, { key: "done", title: "✓", kind: "done" }, language),
  ];
}

function arrows(
  transitions: Transitions | undefined,
  arrow: Omit<Arrow, "targets">,
  language: Language,
): readonly Arrow[] {
  if (transitions === undefined) return [];
  const list = Array.isArray(transitions) ? transitions : [transitions];
  return list.map((transition: string | { target?: string | readonly string[]; meta?: { title?: Text } }) => {
    if (typeof transition === "string") return { ...arrow, targets: [transition] };
    const { target, meta } = transition;
    const targets = target === undefined ? [] : typeof target === "string" ? [target] : target;
    return { ...arrow, targets, title: meta?.title ? inLanguage(meta.title, language) : arrow.title };
  });
}

function visit(state: StateDefinition, path: string, see: (state: StateDefinition, path: string) => void): void {
  see(state, path);
  for (const [name, child] of Object.entries(state.states ?? {})) visit(child, path ? `${path}.${name}` : name, see);
}

function idsOf(machine: StateDefinition): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  visit(machine, "", (state, path) => {
    if (state.id) ids.set(state.id, path);
  });
  return ids;
}

/** The path that a target means: `#id`, `.child`, or a sibling, each with more names after dots. A history state leads to its parent. */
function resolveTarget(
  target: string,
  from: string,
  ids: ReadonlyMap<string, string>,
  machine: StateDefinition,
): string | null {
  const path = target.startsWith("#")
    ? fromId(target.slice(1), ids)
    : target.startsWith(".")
      ? `${from}${target}`
      : siblingOf(from, target);
  if (path === null) return null;
  const state = stateAt(machine, path);
  if (!state) return null;
  return state.type === "history" ? path.slice(0, Math.max(0, path.lastIndexOf("."))) : path;
}

function fromId(target: string, ids: ReadonlyMap<string, string>): string | null {
  const [id = "", ...rest] = target.split(".");
  const start = ids.get(target) ?? ids.get(id);
  if (start === undefined) return null;
  return ids.has(target) ? start : [start, ...rest].filter(Boolean).join(".");
}

function siblingOf(from: string, target: string): string {
  const parent = from.includes(".") ? from.slice(0, from.lastIndexOf(".")) : "";
  return parent ? `${parent}.${target}` : target;
}

function stateAt(machine: StateDefinition, path: string): StateDefinition | null {
  let state: StateDefinition | undefined = machine;
  for (const name of path.split(".").filter(Boolean)) state = state?.states?.[name];
  return state ?? null;
}
