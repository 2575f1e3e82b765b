import type { JsonObject } from "../json.ts";
import type { Text } from "../text.ts";
import type { CallContext } from "./call-context.ts";

/** Ranks records of one type for a record of another, and explains every score. */
export interface MatcherContribution<Config = JsonObject> {
  readonly title: Text;
  /** The type that `GET /api/{for}/{id}/matches` is asked of, and the type that it answers. */
  readonly for: string;
  readonly candidates: string;
  /** What "propose" does: the type to create, and the fields that hold the two ids. */
  readonly propose?: { readonly type: string; readonly forField: string; readonly candidateField: string };
  /** What is answered while it cannot be asked: `refuse` (usual) says so, `nothing` leaves the place to other matchers. */
  readonly fallback?: "refuse" | "nothing";
  match(
    record: JsonObject,
    options: { readonly limit: number },
    context: CallContext<Config>,
  ): Promise<readonly Match[]>;
}

/** One candidate with its score, and what speaks for and against it. */
export interface Match {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  /** Why it suits or does not; `weight` is what the reason added to the score, negative where it took away. */
  readonly reasons: readonly MatchReason[];
  /** Hard limits: why it cannot be, whatever the score. */
  readonly blockers: readonly MatchReason[];
}

/** One thing that speaks for a candidate or against it. */
export interface MatchReason {
  readonly code: string;
  readonly message: string;
  readonly weight: number;
}
