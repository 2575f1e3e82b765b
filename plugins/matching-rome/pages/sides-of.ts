import type { MatchReason } from "../../../server/plugin-api/index.ts";

/** Where a reason stands: for the match, to be checked with someone, against it. */
export type Side = "for" | "check" | "against";

/**
 * The reasons by side. What is unknown or known in part is to be checked, and so are skills that nobody noted; what is not met stands
 * against. What a hard limit takes stands with the limits, and is left out.
 */
export function sidesOf(reasons: readonly MatchReason[]): { readonly [side in Side]: readonly MatchReason[] } {
  const of = (side: Side) => reasons.filter((reason) => reason.code !== limitCode && sideOf(reason) === side);
  return { for: of("for"), check: of("check"), against: of("against") };
}

/** What the hard limits take from the score, if there are any. */
export function limitReason(reasons: readonly MatchReason[]): MatchReason | undefined {
  return reasons.find(({ code }) => code === limitCode);
}

const limitCode = "hard-limit";

function sideOf({ code, weight }: MatchReason): Side {
  if (/-(unknown|partial|late)$|^skills-unmet$/.test(code)) return "check";
  return weight > 0 && !code.endsWith("-unmet") ? "for" : "against";
}
