import { useApi } from "../app/api/use-api.ts";

/** Something that will happen to a case by itself. */
interface Deadline {
  readonly key: string;
  /** Null for a delay that has no name of its own. */
  readonly title: string | null;
  readonly dueAt: string;
  /** What the date is reckoned from. */
  readonly why: string | null;
}

/** What will happen to a case by itself, the soonest first. */
export function useDeadlines(workflow: string, id: string) {
  return useApi<readonly Deadline[]>(workflow, `/api/${workflow}/${id}/timers`);
}
