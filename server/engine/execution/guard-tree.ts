import type { Json } from "../../plugin-api/json.ts";
import type { Reason } from "../../plugin-api/reason.ts";

/** How a rule came out, with the rules that it is made of: what blocks can always be told in words. */
export interface GuardTree {
  /** The guard's `type`. */
  readonly rule: string;
  /** Null while it cannot be known: it reads the payload of a form that is not filled in. */
  readonly ok: boolean | null;
  readonly expected?: Json;
  readonly actual?: Json;
  /** Why it blocks; empty when it does not. */
  readonly reasons: readonly Reason[];
  readonly parts?: readonly GuardTree[];
}
