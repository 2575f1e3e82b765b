import type { GuardDefinition, GuardParams } from "../../../plugin-api/workflow-definition.ts";
import type { EngineTools } from "../../definition/engine-tools.ts";
import type { GuardTree } from "../guard-tree.ts";
import type { RuleInput } from "../rule-input.ts";

/** A kind of rule that the engine has itself. */
export interface GuardKind {
  evaluate(params: GuardParams, context: GuardContext): GuardTree;
  /** What is wrong with the parameters, for lint. */
  problems(params: GuardParams): readonly ParamProblem[];
}

/** What a kind of guard is evaluated with. */
export interface GuardContext {
  readonly input: RuleInput;
  readonly tools: Pick<EngineTools, "validator" | "guards">;
  /** Evaluates a rule inside this one. */
  evaluate(guard: GuardDefinition): GuardTree;
}

/** A parameter that is missing (`value` absent) or cannot be what it is. */
export interface ParamProblem {
  readonly param: string;
  readonly value?: unknown;
}
