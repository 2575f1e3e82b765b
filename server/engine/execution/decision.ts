import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Reason } from "../../plugin-api/reason.ts";
import type { Case } from "./case.ts";

/** A timer that stands for a stage: one row, replaced when armed again with the same key. */
export interface TimerPlan {
  /** The id that XState gives the delayed event; one live timer per case and key. */
  readonly key: string;
  /** The event that it sends (`xstate.after.…`). */
  readonly event: string;
  /** UTC ISO-8601. */
  readonly dueAt: string;
  /** As the definition names it. */
  readonly delay: string;
}

/** Something to do after the change is committed, at least once. `key` makes the second time harmless. */
export interface Effect {
  /** `create`, `send`, `update`, `task`, or a plugin's action. */
  readonly type: string;
  readonly params: JsonObject;
  /** Unique: `<case id>/<version>/<n>`. */
  readonly key: string;
}

/** What a field was and became; null where it had, or has, no value. */
export type FieldChange = { readonly from: Json; readonly to: Json };

/** What the engine answers to an event. */
export type Decision = Accepted | Refused;

/** The case after the event, and what follows from it. */
export interface Accepted {
  readonly accepted: true;
  /** The case after it, with the next version. */
  readonly after: Case;
  readonly from: string | null;
  readonly to: string;
  /** Changed data fields, and `assigneeId` when it changed. */
  readonly changes: { readonly [field: string]: FieldChange };
  /** Timers to write, and keys of timers to cancel. */
  readonly arm: readonly TimerPlan[];
  readonly cancel: readonly string[];
  readonly effects: readonly Effect[];
}

/** Why the event was not taken; nothing has changed. */
export interface Refused {
  readonly accepted: false;
  readonly refusal:
    | "unknown-event"
    | "forbidden"
    | "not-in-stage"
    | "form"
    | "rule"
    | "record"
    /** A timer or an engine event that no longer means anything: dropped without a word. */
    | "stale";
  readonly reasons: readonly Reason[];
  /** What is wrong, by field, when a form or the record is. */
  readonly errors: { readonly [field: string]: string };
}

/** One event that the stage knows, allowed or not. */
export interface ActionOffer {
  readonly event: string;
  readonly title: string;
  readonly target: string | null;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
  /** Self-contained schema of the form, in the reader's language. */
  readonly form?: JsonObject;
  /** What will happen, in words. */
  readonly effect?: string;
  readonly confirm?: string;
  readonly primary?: boolean;
}
