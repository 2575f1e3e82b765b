import { inLanguage } from "../../../plugin-api/text.ts";
import type { TreeNode } from "../state-tree.ts";
import type { Findings } from "./findings.ts";

/** What the stage is called in a finding; its path where it has no title. */
export function titleOfNode(node: TreeNode, findings: Findings): string {
  const title = node.definition.meta?.title;
  return title === undefined ? node.path : inLanguage(title, findings.context.language);
}
