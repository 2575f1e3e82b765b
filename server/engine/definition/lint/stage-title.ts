import { inLanguage } from "../../../plugin-api/text.ts";
import type { TreeNode } from "../state-tree.ts";
import type { Findings } from "./findings.ts";

/** What the stage is called, for a sentence. */
export function stageTitle(node: TreeNode, findings: Findings): string {
  const title = node.definition.meta?.title;
  return title === undefined ? node.path : inLanguage(title, findings.context.language);
}
