import type { Resolution } from "./incident.ts";

/** An incident as administrators read it: one line of `GET /api/incidents`. */
export interface ListedIncident {
  readonly id: string;
  /** What incidents of the same making share. */
  readonly kind: string;
  /** The kind, in words. */
  readonly title: string;
  readonly recordType: string;
  readonly recordId: string;
  /** Null once the record is gone. */
  readonly displayName: string | null;
  readonly attempts: number;
  /** UTC ISO-8601. */
  readonly failedAt: string;
  readonly code: string;
  /** What was wrong, in the reader's language. */
  readonly message: string;
  readonly resolution: Resolution | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
}

/** `POST /api/incidents/{id}/retry|dismiss`: `obsolete` when the case had moved on meanwhile. */
export interface ResolvedIncident {
  readonly id: string;
  readonly resolution: Resolution;
}

/** `POST /api/incidents/retry|dismiss`. */
export interface ResolvedKind {
  readonly kind: string;
  readonly resolved: number;
}
