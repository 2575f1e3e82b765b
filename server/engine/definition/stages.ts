import type { Text } from "../../plugin-api/text.ts";
import type { StageColor, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** A state of the machine as people know it. */
export interface Stage {
  /** Dotted path, such as `coaching.searching`. */
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

/** The stages of a workflow in the order of its machine, each before those inside it; history states are none. */
export function stagesOf(_definition: WorkflowDefinition): readonly Stage[] {
  throw new Error("not built yet");
}
