import { eventTitles } from "../../engine/definition/event-titles.ts";
import { nodesOf, stateTree, transitionsOf } from "../../engine/definition/state-tree.ts";
import { inLanguage, type Language } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { Rights } from "../rights/rights.ts";
import type { ServedType } from "./office-description.ts";

/** Every event of a workflow by its name, which stands in for a title that nobody wrote. */
export function serveEvents(
  definition: WorkflowDefinition,
  { rights, language }: { readonly rights: Rights; readonly language: Language },
): NonNullable<ServedType["events"]> {
  const titles = eventTitles(definition);
  const transitions = nodesOf(stateTree(definition)).flatMap(transitionsOf);
  const names = transitions.filter(({ cause, name }) => cause === "on" && !name.includes("*")).map(({ name }) => name);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [
      name,
      { title: inLanguage(titles.get(name) ?? name, language), may: rights.mayEvent(definition.id, name) },
    ]),
  );
}
