import { inLanguage, type Language, type Text } from "../../plugin-api/text.ts";
import type { StageColor, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { asList } from "./as-list.ts";
import { ancestorsOf, isStage, nodesOf, stateTree, type TreeNode } from "./state-tree.ts";

/** A state of the machine as people know it. */
export interface Stage {
  /** Dotted path, such as `lent.late`. */
  readonly path: string;
  readonly title: Text;
  readonly color?: StageColor;
  readonly tags: readonly string[];
  /** Path of the stage around it; null at the top. */
  readonly parent: string | null;
  /** Place in the order of the machine, from 0. */
  readonly order: number;
  readonly final: boolean;
  /** Has no stages inside: a case can stand in it. */
  readonly leaf: boolean;
}

/**
 * The stages of a workflow in the order of its machine, each before those inside it; history states are none.
 *
 * @example
 * stagesOf(loans).map(({ path }) => path); // ["reserved", "lent", "lent.running", "lent.late", …]
 */
export function stagesOf(definition: Pick<WorkflowDefinition, "id" | "machine">): readonly Stage[] {
  return nodesOf(stateTree(definition))
    .filter((node) => node.parent !== null && isStage(node))
    .map(toStage);
}

/** What the leaves of a case's `stage` are called, joined by ` · ` when parallel. */
export function stageTitle(stages: readonly Stage[], stage: string, language: Language): string {
  const titles = stage.split(",").map((path) => {
    const found = stages.find((candidate) => candidate.path === path);
    return found === undefined ? path : inLanguage(found.title, language);
  });
  return titles.join(" · ");
}

function toStage(node: TreeNode, order: number): Stage {
  const color = node.definition.meta?.color;
  return {
    path: node.path,
    title: node.definition.meta?.title ?? node.key,
    ...(color !== undefined && { color }),
    // A tag of a stage holds for the stages inside it.
    tags: [...new Set([node, ...ancestorsOf(node)].flatMap((each) => asList(each.definition.tags)))],
    parent: node.parent === null || node.parent.path === "" ? null : node.parent.path,
    order,
    final: node.kind === "final",
    leaf: !node.children.some(isStage),
  };
}
