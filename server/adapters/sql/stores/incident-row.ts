import type { UnfinishedWork } from "../../../domain/changes/work-queue.ts";
import type { Incident, KeptIncident, Resolution } from "../../../domain/incidents/incident.ts";

/** A row of `incidents`. */
export interface IncidentRow {
  readonly id: string;
  readonly source: UnfinishedWork["source"];
  readonly kind: string;
  readonly record_type: string;
  readonly record_id: string;
  readonly key: string;
  readonly due_at: string | null;
  readonly attempts: number;
  readonly failed_at: string;
  readonly code: string;
  readonly message: string;
  readonly resolution: Resolution | null;
  readonly resolved_at: string | null;
  readonly resolved_by: string | null;
  readonly resolved_by_name: string | null;
}

/** The row of an incident that nobody has looked at yet. */
export function incidentRow({ work, failure, ...incident }: Incident): IncidentRow {
  return {
    id: incident.id,
    source: work.source,
    kind: incident.kind,
    record_type: incident.recordType,
    record_id: incident.recordId,
    key: work.key,
    due_at: work.source === "timer" ? work.dueAt : null,
    attempts: incident.attempts,
    failed_at: incident.failedAt,
    code: failure.code,
    message: JSON.stringify(failure.message).replaceAll("\\u0000", "\ufffd"),
    resolution: null,
    resolved_at: null,
    resolved_by: null,
    resolved_by_name: null,
  };
}

/** The incident that {@link incidentRow} wrote, with what became of it. */
export function readIncident(row: IncidentRow): KeptIncident {
  const { record_id: recordId, key, due_at: dueAt } = row;
  return {
    id: row.id,
    work: dueAt === null ? { source: "effect", key } : { source: "timer", recordId, key, dueAt },
    kind: row.kind,
    recordType: row.record_type,
    recordId,
    attempts: row.attempts,
    failedAt: row.failed_at,
    failure: { code: row.code, message: JSON.parse(row.message) as KeptIncident["failure"]["message"] },
    resolved:
      row.resolution === null
        ? null
        : {
            how: row.resolution,
            at: row.resolved_at ?? "",
            actorId: row.resolved_by ?? "",
            actorName: row.resolved_by_name ?? "",
          },
  };
}
