/** The types of the office that this plugin reads. */
export const types = {
  recruitments: "company-recruitments",
  journeys: "seeker-journeys",
  seekers: "seekers",
  applications: "applications",
  occupations: "occupations",
} as const;

/** Stages in which nobody is looked for, or looks for anything, beside those that are closed. */
const restingStages: ReadonlySet<string> = new Set(["on-hold", "suspended", "employed"]);

/** Whether a case is one to be matched: open, and not at rest. */
export function isSearching(stage: string, status: string): boolean {
  return status === "active" && !restingStages.has(stage);
}
