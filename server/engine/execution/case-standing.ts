import type { Case, StoredRecord } from "./case.ts";

/** What a case has beyond every other record: where its machine stands, and what follows from that. */
export type CaseStanding = Omit<Case, keyof StoredRecord>;

const isOfStanding: { readonly [field in keyof CaseStanding]: true } = {
  state: true,
  remembered: true,
  armed: true,
  stage: true,
  status: true,
  assigneeId: true,
  stageSince: true,
  dueAt: true,
  workflowVersion: true,
};

/** The names of all of it: the one list that the history, the rows and the statements are made from. */
export const standingFields = Object.keys(isOfStanding) as readonly (keyof CaseStanding)[];

/** The case without its data and what every record has. Written out, for each transition makes it twice. */
export function standingOf(current: Case): CaseStanding {
  const { state, remembered, armed, stage, status, assigneeId, stageSince, dueAt, workflowVersion } = current;
  return { state, remembered, armed, stage, status, assigneeId, stageSince, dueAt, workflowVersion };
}
