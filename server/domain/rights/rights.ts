import type { Actor } from "../../engine/execution/case.ts";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { Condition } from "../records/record-reader.ts";

/** Whoever asks, with the fields of their account that scopes name (`$user.partnerId`). */
export interface Principal extends Actor {
  readonly fields: JsonObject;
  readonly kind: "person" | "token" | "engine";
}

/** What can be allowed of the records of a type. */
export type RecordAction = "read" | "create" | "update" | "delete";

/** What one principal may do, worked out once per request from the permissions in force. */
export interface Rights {
  readonly principal: Principal;
  may(action: RecordAction, type: string): boolean;
  mayEvent(type: string, event: string): boolean;
  /** Data fields of the type that may be read; `null` for all of them. */
  readable(type: string): ReadonlySet<string> | null;
  writable(type: string): ReadonlySet<string> | null;
  /** What restricts the records of the type: added to every list, count, export and single read. Empty for no limit. */
  scope(type: string): readonly Condition[];
  /** Reading classes of the full-text search that the principal may look in. */
  searchClasses(type: string): readonly string[];
  /** Reads reports in full, with small figures masked, or not at all. */
  readonly reports: "full" | "masked" | "none";
}
