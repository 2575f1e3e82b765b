import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { activeNodes, isDone, leavesOf } from "./active-nodes.ts";
import { asList } from "./as-list.ts";
import { DefinitionError } from "./definition-error.ts";
import { afterEvent, delayOf } from "./delays.ts";
import { learnedSteps } from "./learned-steps.ts";
import type { Candidate, Machine, MachineTimer, Position, Standing } from "./machine.ts";
import { nodeConfig, type RuledTransition } from "./machine-config.ts";
import { matchesEvent } from "./matches-event.ts";
import { ancestorsOf, nodesOf, type TreeNode } from "./state-tree.ts";
import { createXStateMachine, type XStateMachine } from "./xstate-machine.ts";

/** So many positions are kept worked out; a machine with more of them works some out again. */
const KEPT_POSITIONS = 1000;

/**
 * The machine of a definition, whose states are `root` with their `transitions`.
 * @throws DefinitionError when XState refuses it
 */
export function compileMachine(
  definition: WorkflowDefinition,
  root: TreeNode,
  transitions: ReadonlyMap<TreeNode, readonly RuledTransition[]>,
): Machine {
  const timers = timersOf(definition, root);
  const xstate = learnedSteps(
    buildOrExplain(definition, () =>
      createXStateMachine(nodeConfig(root, transitions), new Map(timers.map(({ timer }) => [timer.key, timer]))),
    ),
  );
  const events = [...transitions].map(([node, own]) => [node, eventsOf(node, own)] as const);
  const known = new Set(events.flatMap(([, own]) => own.map(({ event }) => event)));
  const chart: Chart = { root, timers, own: new Map(events) };
  const places = keptPlaces(chart);
  const withStanding = <Step extends { readonly position: Position }>(step: Step) => ({
    ...step,
    standing: places(step.position).standing,
  });
  return {
    knows: (event) => known.has(event) || [...known].some((pattern) => matchesEvent(event, pattern)),
    start: (judge) => withStanding(xstate.start(judge)),
    step: (position, event, judge) => withStanding(xstate.step(position, event, judge)),
    eventsAt: (position) => places(position).events,
    candidates: (position, event) => candidatesIn(places(position).chains, event),
    standing: (position) => places(position).standing,
    positionAt: (stage) => positionAt(xstate, stage),
  };
}

/** A transition with the event that causes it, as XState names it. */
interface Caused {
  readonly event: string;
  readonly transition: RuledTransition;
}

interface Chart {
  readonly root: TreeNode;
  readonly timers: readonly { readonly node: TreeNode; readonly timer: MachineTimer }[];
  readonly own: ReadonlyMap<TreeNode, readonly Caused[]>;
}

/** What is worked out of a position once: the same for every case that stands there. */
interface Place {
  readonly standing: Standing;
  readonly events: readonly string[];
  /** For each leaf, the transitions of it and of the nodes around it, inner first. */
  readonly chains: readonly (readonly (readonly Caused[])[])[];
}

function keptPlaces(chart: Chart): (position: Position) => Place {
  const kept = new Map<string, Place>();
  return ({ state }) => {
    const key = JSON.stringify(state);
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= KEPT_POSITIONS) kept.clear();
    const place = placeOf(chart, activeNodes(chart.root, state));
    kept.set(key, place);
    return place;
  };
}

function placeOf({ root, timers, own }: Chart, nodes: readonly TreeNode[]): Place {
  const active = new Set(nodes);
  const final = isDone(root, active);
  const chains = leavesOf(nodes).map((leaf) =>
    // What is around a machine that is done no longer hears anything; its final states may lead out again.
    (final ? [leaf] : [leaf, ...ancestorsOf(leaf)]).map((node) => own.get(node) ?? []),
  );
  const heard = chains.flatMap((chain) => chain.flatMap((caused) => caused.map(({ event }) => event)));
  const named = [...new Set(heard)].filter((event) => !event.startsWith("xstate.") && !event.endsWith("*"));
  return {
    standing: {
      stage: leavesOf(nodes)
        .map((leaf) => leaf.path)
        .join(","),
      done: final || nodes.some((node) => asList(node.definition.tags).includes("closed")),
      timers: timers.flatMap(({ node, timer }) => (active.has(node) ? [timer] : [])),
    },
    events: named.filter((event) => candidatesIn(chains, event).length > 0),
    chains,
  };
}

/**
 * In each chain the transitions up to the first that always passes, as XState tries them: the exact name before
 * wildcards. A transition that has nothing, not even a title, only keeps the event from those around it.
 */
function candidatesIn(chains: Place["chains"], event: string): readonly Candidate[] {
  const candidates = new Map<RuledTransition, Candidate>();
  for (const chain of chains) {
    const tried = chain.flatMap((own) => matching(own, event));
    const last = tried.findIndex(({ rule }) => rule.guard === null && !rule.internal);
    for (const transition of last === -1 ? tried : tried.slice(0, last + 1)) {
      if (transition.empty) continue;
      const { definition, rule } = transition;
      candidates.set(transition, { rule, meta: definition.meta ?? {}, moves: definition.target !== undefined });
    }
  }
  return [...candidates.values()];
}

function matching(own: readonly Caused[], event: string): readonly RuledTransition[] {
  const exact = own.filter((caused) => caused.event === event);
  const wild = own.filter((caused) => caused.event !== event && matchesEvent(event, caused.event));
  return [...exact, ...wild.sort((a, b) => b.event.length - a.event.length)].map(({ transition }) => transition);
}

function eventsOf(node: TreeNode, own: readonly RuledTransition[]): readonly Caused[] {
  return own.flatMap((transition) => {
    if (transition.cause === "always") return [];
    if (transition.cause === "onDone") return [{ event: `xstate.done.state.${node.id}`, transition }];
    return [{ event: transition.cause === "on" ? transition.name : afterEvent(transition.name, node.id), transition }];
  });
}

function timersOf(definition: WorkflowDefinition, root: TreeNode): Chart["timers"] {
  return nodesOf(root).flatMap((node) =>
    Object.keys(node.definition.after ?? {}).map((delay) => {
      const when = delayOf(definition, delay);
      if (when === null) throw new DefinitionError(definition.id, `nothing says how long the delay "${delay}" is.`);
      return { node, timer: { key: afterEvent(delay, node.id), delay, when } };
    }),
  );
}

function positionAt(xstate: XStateMachine, stage: string): Position | null {
  try {
    const state = stage.split(",").reduce<Tree>((value, path) => insert(value, path.split(".")), {});
    return { state: xstate.resolve(state), remembered: {} };
  } catch {
    return null;
  }
}

/** A state value as nested objects, a leaf being an empty one. */
interface Tree {
  readonly [name: string]: Tree;
}

function insert(tree: Tree, [name = "", ...rest]: readonly string[]): Tree {
  return { ...tree, [name]: rest.length === 0 ? (tree[name] ?? {}) : insert(tree[name] ?? {}, rest) };
}

function buildOrExplain<Built>({ id }: WorkflowDefinition, build: () => Built): Built {
  try {
    return build();
  } catch (error) {
    throw new DefinitionError(id, `${error instanceof Error ? error.message.replaceAll("\n", " ") : String(error)}.`);
  }
}
