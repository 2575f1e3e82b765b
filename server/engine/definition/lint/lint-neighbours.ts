import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import { inLanguage } from "../../../plugin-api/text.ts";
import type { ActionDefinition, WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import { isObject } from "../../schema/is-object.ts";
import { matchesEvent } from "../matches-event.ts";
import { actionsOf, nodesOf, stateTree, type TreeNode, transitionsOf } from "../state-tree.ts";
import type { Findings } from "./findings.ts";

/** An event that a definition sends to cases of a workflow, which it may also be itself. */
interface Sending {
  readonly to: string;
  readonly event: string;
}

/** What workflows send each other: an event that nothing waits for any more would be refused each time, as an incident. */
export function lintNeighbours(definition: WorkflowDefinition, root: TreeNode, findings: Findings): void {
  const { neighbours = [], language } = findings.context;
  const known = eventsOf(root);
  for (const neighbour of neighbours) {
    if (neighbour.id === definition.id) continue;
    for (const { to, event } of sendingsOf(neighbour)) {
      if (to !== definition.id || isKnown(event, known)) continue;
      findings.warning("event-sent-here", "/machine", { event, type: inLanguage(neighbour.title, language) });
    }
  }
  for (const { to, event } of sendingsOf(definition)) {
    const target = to === definition.id ? definition : neighbours.find(({ id }) => id === to);
    if (target === undefined || !("machine" in target)) continue;
    if (isKnown(event, eventsOf(stateTree(target)))) continue;
    findings.warning("event-not-there", "/machine", { event, type: inLanguage(target.title, language) });
  }
}

function eventsOf(root: TreeNode): ReadonlySet<string> {
  return new Set(nodesOf(root).flatMap((node) => Object.keys(node.definition.on ?? {})));
}

function isKnown(event: string, known: ReadonlySet<string>): boolean {
  return event.startsWith("$") || [...known].some((name) => matchesEvent(event, name));
}

function sendingsOf(definition: WorkflowDefinition | RecordTypeDefinition): readonly Sending[] {
  const nodes = "machine" in definition ? nodesOf(stateTree(definition)) : [];
  const inMachine = nodes.flatMap((node) => [
    ...actionsOf(node.definition.entry),
    ...actionsOf(node.definition.exit),
    ...transitionsOf(node).flatMap(({ actions }) => actions),
  ]);
  const { create = [], update = [] } = definition.effects ?? {};
  return [...inMachine, ...create, ...update].flatMap(sending);
}

function sending({ type, params = {} }: ActionDefinition): readonly Sending[] {
  const { to, event } = params;
  const isWhole = type === "send" && isObject(to) && typeof to["type"] === "string" && typeof event === "string";
  return isWhole ? [{ to: String(to["type"]), event }] : [];
}
