import type { KeptIncident, Resolution } from "./incident.ts";

/** Incidents, written by `WorkQueue.giveUp`. Those that are resolved are kept: they tell who decided what. */
export interface IncidentStore {
  /** The newest first. Of the open ones, only those whose work still waits. */
  list(query: IncidentQuery): Promise<{ readonly rows: readonly KeptIncident[]; readonly total: number }>;
  openCount(): Promise<number>;
  get(id: string): Promise<KeptIncident | null>;
  /**
   * Closes an open incident. `retried` makes its work due at once, as if it had never been tried; `dismissed` drops an
   * effect, while a timer was dropped by a change of its case, so that it stays dismissed whatever somebody else decided
   * at the same moment. Returns how it was closed: `obsolete` when there was no work left to retry; null when somebody
   * else had closed it.
   */
  resolve(incident: KeptIncident, how: Resolution, by: ResolvedBy): Promise<Resolution | null>;
}

/** Which incidents to list. */
export interface IncidentQuery {
  readonly resolved: boolean;
  readonly kind?: string;
  readonly recordId?: string;
  readonly offset: number;
  readonly limit: number;
}

/** Who decided on an incident, and when. */
export interface ResolvedBy {
  /** UTC ISO-8601. */
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
}
