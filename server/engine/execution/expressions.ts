import type { Json, JsonObject } from "../../plugin-api/json.ts";
import type { Actor } from "./case.ts";

/** What expressions may name: `$case.x`, `$event.x`, `$related.journey.x`, `$actor.id`, `$now`, `$today`. */
export interface Scope {
  readonly case: JsonObject;
  readonly event: JsonObject;
  readonly related: JsonObject;
  readonly actor: Actor;
  /** UTC ISO-8601. */
  readonly now: string;
  /** IANA name of the office's time zone. */
  readonly timeZone: string;
}

/**
 * The value with its expressions resolved, however deep: strings that begin with `$` (`$$` writes a dollar), and
 * `{"$date": "$today", "plus": "P6M"}`. What cannot be resolved is null.
 */
export function resolveExpressions(_value: Json, _scope: Scope): Json {
  throw new Error("not built yet");
}
