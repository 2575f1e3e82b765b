import type { JsonObject } from "../json.ts";
import type { Text } from "../text.ts";
import type { RecordQuery } from "./record-access.ts";

/** A town to try the product in: made by sending events through the engine on a set clock. */
export interface SampleContribution {
  readonly title: Text;
  run(town: SampleTown): Promise<void>;
}

/** The office while a sample is loaded into it: every change takes the road of any other, on a clock that the sample moves. */
export interface SampleTown {
  /** Local day of the office that the sample ends on, ISO. */
  readonly today: string;
  /** The instant that the sample ends at: nothing in it is later. UTC ISO-8601. */
  readonly now: string;
  /** The same numbers on every machine: 0 ≤ n < 1. */
  readonly random: () => number;
  /** Moves the clock; timers due until then fire. Never backwards. UTC ISO-8601. */
  moveClock(to: string): Promise<void>;
  user(user: {
    readonly email: string;
    readonly name: string;
    readonly password: string;
    readonly roles: readonly string[];
    readonly fields?: JsonObject;
  }): Promise<string>;
  /** Acts as this user from now on. */
  actAs(userId: string): void;
  create(type: string, data: JsonObject): Promise<JsonObject>;
  /** Many at once, in groups; answers in the same order. */
  createMany(type: string, data: readonly JsonObject[]): Promise<readonly JsonObject[]>;
  update(type: string, id: string, data: JsonObject): Promise<JsonObject>;
  /** Sends the event; a refusal throws with its reasons. */
  send(type: string, id: string, event: string, payload?: JsonObject): Promise<JsonObject>;
  list(type: string, query?: RecordQuery): Promise<readonly JsonObject[]>;
  progress(done: number, of: number): void;
}
