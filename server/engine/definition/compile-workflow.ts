import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import { fieldsOf } from "../schema/walk-schema.ts";
import { compileMachine } from "./compile-machine.ts";
import type { CompiledWorkflow } from "./compiled-workflow.ts";
import { DefinitionError } from "./definition-error.ts";
import type { EngineTools } from "./engine-tools.ts";
import { eventTitles } from "./event-titles.ts";
import { ruledTransitions } from "./machine-config.ts";
import { oversizesOf } from "./oversize.ts";
import { stagesOf } from "./stages.ts";
import { nodesOf, stateTree, transitionsOf } from "./state-tree.ts";

const NO_DATA: DataSchema = { type: "object", properties: {} };

/**
 * Makes a definition ready to decide with: about a millisecond, so once per version.
 *
 * @throws DefinitionError when no machine can be built of it: a target is not there, or it is too large.
 * @example
 * const workflow = compileWorkflow(definition, 3, { validator, guards: {} });
 */
export function compileWorkflow(definition: WorkflowDefinition, version: number, tools: EngineTools): CompiledWorkflow {
  const root = stateTree(definition);
  const [oversize] = oversizesOf(root);
  if (oversize)
    throw new DefinitionError(definition.id, `it has ${oversize.count} ${oversize.what}, ${oversize.most} at most.`);
  const transitions = ruledTransitions(root, new Set(Object.keys(definition.forms ?? {})));
  const schema = definition.schema ?? NO_DATA;
  const rules = [...transitions.values()].flatMap((own) => own.map(({ rule }) => rule));
  return {
    definition,
    version,
    tools,
    machine: compileMachine(definition, root, transitions),
    schema,
    fields: new Set(fieldsOf(schema).map((field) => field.name)),
    stages: stagesOf(definition),
    eventTitles: eventTitles(definition),
    hasUndo: nodesOf(root)
      .flatMap(transitionsOf)
      .some((each) => each.definition.meta?.undo !== undefined),
    followingGuards: rules.flatMap(({ guard, following }) => (following && guard !== null ? [guard] : [])),
  };
}
