import type { Text } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { nodesOf, stateTree, transitionsOf } from "./state-tree.ts";

/**
 * What each event is called: the first title that one of its transitions has, so that it is said once. An event
 * without any is not in the map.
 */
export function eventTitles(definition: Pick<WorkflowDefinition, "id" | "machine">): ReadonlyMap<string, Text> {
  const titles = new Map<string, Text>();
  for (const { cause, name, definition: transition } of nodesOf(stateTree(definition)).flatMap(transitionsOf)) {
    const title = transition.meta?.title;
    if (cause === "on" && title !== undefined && !titles.has(name)) titles.set(name, title);
  }
  return titles;
}
