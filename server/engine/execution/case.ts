import type { Json, JsonObject } from "../../plugin-api/json.ts";

/** A record of a record type, or of a workflow when `state` is there. Never changed in place. */
export interface StoredRecord {
  readonly id: string;
  readonly type: string;
  /** 1 at creation, +1 per change. */
  readonly version: number;
  /** UTC ISO-8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When the person it was about was erased from it: what stands in it still is for figures, and never changes again. */
  readonly erasedAt?: string;
  readonly data: JsonObject;
}

/** A record that moves. */
export interface Case extends StoredRecord {
  /** The machine's value as XState writes it. */
  readonly state: Json;
  /** What its history states remember: node id → ids of the nodes it was left in. */
  readonly remembered: { readonly [nodeId: string]: readonly string[] };
  /** Its running timers: key → when each is due, UTC ISO-8601. The timer rows are an index over them. */
  readonly armed: { readonly [timerKey: string]: string };
  /** The leaves of `state`, dotted, joined by `,` when parallel. */
  readonly stage: string;
  readonly status: "active" | "done";
  readonly assigneeId: string | null;
  /** UTC ISO-8601. */
  readonly stageSince: string;
  /** When the soonest of `armed` fires; UTC ISO-8601. */
  readonly dueAt: string | null;
  readonly workflowVersion: number;
}

/** What a case is made of: `data` as it was asked for, checked by `decideCreation`. */
export interface CaseDraft {
  readonly id: string;
  readonly data: JsonObject;
  readonly assigneeId?: string | null;
}

/** Something that happens to a case. `source` tells who says so: only timers and the engine may send internal events. */
export interface CaseEvent {
  readonly type: string;
  readonly payload: JsonObject;
  readonly source: "person" | "engine" | "timer";
}

/** Whoever acts: a signed-in person, a machine's token, or the engine itself (`roles: ["admin"]`). */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}
