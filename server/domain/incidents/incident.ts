import type { UnfinishedWork } from "../changes/work-queue.ts";

/** Something that the office promised to do and could not: it waits for an administrator. Holds no personal data. */
export interface Incident {
  readonly id: string;
  readonly work: UnfinishedWork;
  /** What incidents of the same making share: `effect:<action>` or `timer:<workflow>:<delay>`. */
  readonly kind: string;
  readonly recordType: string;
  readonly recordId: string;
  /** Times that it was tried since it was asked for, or asked for again. */
  readonly attempts: number;
  /** UTC ISO-8601. */
  readonly failedAt: string;
  /** What was wrong the last time. */
  readonly failure: Failure;
}

/** Why something did not work, fit to be kept: a stable code, and a sentence without personal data. */
export interface Failure {
  readonly code: string;
  readonly message: { readonly fr: string; readonly en: string };
}

/** `obsolete`: the case has moved on meanwhile, so that there was nothing left to do. */
export type Resolution = "retried" | "dismissed" | "obsolete";

/** An incident as it stands: open until somebody has decided on it. */
export interface KeptIncident extends Incident {
  readonly resolved: {
    readonly how: Resolution;
    /** UTC ISO-8601. */
    readonly at: string;
    readonly actorId: string;
    readonly actorName: string;
  } | null;
}
