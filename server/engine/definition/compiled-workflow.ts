import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Text } from "../../plugin-api/text.ts";
import type { GuardDefinition, WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { EngineTools } from "./engine-tools.ts";
import type { Machine } from "./machine.ts";
import type { Stage } from "./stages.ts";

/** A definition made ready to decide with. Made once per version by `compileWorkflow`. */
export interface CompiledWorkflow {
  readonly definition: WorkflowDefinition;
  readonly version: number;
  readonly tools: EngineTools;
  readonly machine: Machine;
  readonly stages: readonly Stage[];
  /** The schema of the data; one without fields when the definition has none. */
  readonly schema: DataSchema;
  /** The names of its fields. */
  readonly fields: ReadonlySet<string>;
  readonly eventTitles: ReadonlyMap<string, Text>;
  /** Some step of it can be taken back. */
  readonly hasUndo: boolean;
  /** Rules of the transitions that follow any event by themselves (`always`, `onDone`). */
  readonly followingGuards: readonly GuardDefinition[];
}
