import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { DelayDefinition, GuardDefinition, TransitionMeta } from "../../plugin-api/workflow-definition.ts";

/** Where a case stands in its machine: what a machine has to be told to go on. */
export interface Position {
  readonly state: Json;
  readonly remembered: { readonly [nodeId: string]: readonly string[] };
}

/** A transition that an event could take from a position, in the order in which they are tried. */
export interface Candidate {
  /** The event as the machine's `on` names it. */
  readonly event: string;
  readonly guard: GuardDefinition | null;
  readonly meta: TransitionMeta;
  /** Whether it names a target. */
  readonly moves: boolean;
}

/** What the machine asks the decision while it moves. */
export interface Judge {
  /**
   * Whether the rule holds. `patch` is what the actions so far have set; `following` tells a rule of an eventless
   * transition, which sees the case as the event leaves it.
   */
  holds(rule: MachineRule, patch: JsonObject): boolean;
  /** The fields that a `set` action writes, its expressions resolved. */
  resolve(assignments: JsonObject, patch: JsonObject): JsonObject;
}

export interface MachineRule {
  readonly guard: GuardDefinition | null;
  readonly internal: boolean;
  readonly following: boolean;
}

/** Where a step of the machine ends, and what it asks for on the way, in order. */
export interface Step {
  readonly position: Position;
  readonly standing: Standing;
  readonly patch: JsonObject;
  readonly requests: readonly StepRequest[];
}

/** What a position means for a case. */
export interface Standing {
  readonly stage: string;
  /** In a final state, or in a stage tagged `closed`. */
  readonly done: boolean;
  /** Timers that belong to the active states. */
  readonly timers: readonly MachineTimer[];
}

export interface MachineTimer {
  /** The event that it sends, which is also its key. */
  readonly key: string;
  /** As the definition names it. */
  readonly delay: string;
  readonly when: DelayDefinition;
}

export type StepRequest =
  | { readonly kind: "arm"; readonly timer: MachineTimer }
  | { readonly kind: "cancel"; readonly key: string }
  | { readonly kind: "do"; readonly type: string; readonly params: JsonObject };

/**
 * A machine behind our own interface, so that a new major of XState touches `compile-workflow.ts` alone.
 * Every method is pure.
 */
export interface Machine {
  /** Every event name of its `on`, those of the engine (`xstate.…`) left out. */
  readonly events: ReadonlySet<string>;
  /** The position after creation, eventless transitions taken. @throws EndlessLoop */
  start(judge: Judge): Step;
  /** The position after the event; the same one when no transition takes it. @throws EndlessLoop */
  step(position: Position, event: string, judge: Judge): Step;
  /** Every transition of the active states and of those around them, inner first. */
  candidates(position: Position): readonly Candidate[];
  /** Whether a candidate answers to that event, wildcards included. */
  answers(candidate: Candidate, event: string): boolean;
  standing(position: Position): Standing;
  /** The position with that stage's leaves active; null when the machine has no such stage. */
  positionAt(stage: string): Position | null;
}
