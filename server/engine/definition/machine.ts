import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { DelayDefinition, GuardDefinition, TransitionMeta } from "../../plugin-api/workflow-definition.ts";

/**
 * A machine behind our own interface, so that a new major of XState touches this folder alone. Every method is pure.
 */
export interface Machine {
  /** Whether any state of it knows the event. */
  knows(event: string): boolean;
  /** The position after creation, eventless transitions taken. @throws EndlessLoop */
  start(judge: Judge): Step;
  /** The position after the event; the same one when no transition takes it. @throws EndlessLoop */
  step(position: Position, event: string, judge: Judge): Step;
  /** The events that the active states know, inner states first; those of the engine and wildcards left out. */
  eventsAt(position: Position): readonly string[];
  /** The transitions that the event could take, in the order in which they are tried; none when it would do nothing. */
  candidates(position: Position, event: string): readonly Candidate[];
  /** @throws Error when the machine has no such state */
  standing(position: Position): Standing;
  /** The position with that stage's leaves active; null when the machine has no such stage. */
  positionAt(stage: string): Position | null;
}

/** Where a case stands in its machine: what a machine has to be told to go on. */
export interface Position {
  readonly state: Json;
  readonly remembered: { readonly [nodeId: string]: readonly string[] };
}

/** A transition that an event could take. */
export interface Candidate {
  readonly rule: MachineRule;
  readonly meta: TransitionMeta;
  /** Whether it names a target. */
  readonly moves: boolean;
}

/** What must hold for a transition to be taken. */
export interface MachineRule {
  readonly guard: GuardDefinition | null;
  /** Only timers and the engine may cause it. */
  readonly internal: boolean;
  /** Of a transition that follows by itself (`always`, `onDone`): sees the case as the event leaves it. */
  readonly following: boolean;
}

/** What the machine asks the decision while it moves. `patch` is what the actions so far have set. */
export interface Judge {
  holds(rule: MachineRule, patch: JsonObject): boolean;
  /** The fields that a `set` action writes, its expressions resolved; null clears one. */
  resolve(assignments: JsonObject, patch: JsonObject): JsonObject;
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

/** A delay of a stage, as a timer. */
export interface MachineTimer {
  /** The event that it sends, which is also its key. */
  readonly key: string;
  /** As the definition names it. */
  readonly delay: string;
  readonly when: DelayDefinition;
}

/** Something that a step asks for beside the new position. */
export type StepRequest =
  | { readonly kind: "arm"; readonly timer: MachineTimer }
  | { readonly kind: "cancel"; readonly key: string }
  | { readonly kind: "do"; readonly type: string; readonly params: JsonObject };

/** A machine whose eventless transitions turn without end. */
export class EndlessLoop extends Error {
  constructor(options?: ErrorOptions) {
    super("The machine’s eventless transitions turn without end.", options);
    this.name = "EndlessLoop";
  }
}
