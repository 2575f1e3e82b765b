import { nodesOf, stateTree, transitionsOf } from "../../engine/definition/state-tree.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** What the events of a workflow are called, by their names; the name stands in where nobody wrote a title. */
export function eventTitles(
  definition: Pick<WorkflowDefinition, "id" | "machine">,
  language: Language,
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { cause, name, definition: transition } of nodesOf(stateTree(definition)).flatMap(transitionsOf)) {
    if (cause !== "on" || name.includes("*")) continue;
    const title = transition.meta?.title;
    const known = titles.get(name) ?? name;
    titles.set(name, known === name && title !== undefined ? inLanguage(title, language) : known);
  }
  return titles;
}
