import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { requireAdministrator } from "../definitions/require-administrator.ts";
import { displayNames } from "../records/naming/display-names.ts";
import { visibleRecords } from "../records/visible-records.ts";
import type { KeptIncident } from "./incident.ts";
import type { IncidentDesk } from "./incident-desk.ts";
import type { IncidentQuery } from "./incident-store.ts";
import { incidentTitle } from "./incident-title.ts";
import type { ListedIncident } from "./listed-incident.ts";

/** One page of incidents; `total` counts all that the query finds. */
export interface ListedIncidents {
  readonly rows: readonly ListedIncident[];
  readonly total: number;
}

/**
 * What failed for good, the newest first, each with the case that it is about.
 *
 * @throws DomainError `administrators-only`.
 */
export async function listIncidents(
  desk: IncidentDesk,
  caller: Caller,
  query: IncidentQuery,
): Promise<ListedIncidents> {
  requireAdministrator(caller);
  const { rows, total } = await desk.incidents.list(query);
  const ids = new Map<string, Set<string>>();
  for (const { recordType, recordId } of rows) ids.set(recordType, (ids.get(recordType) ?? new Set()).add(recordId));
  const names = await displayNames(desk.office, caller, await visibleRecords(desk.office, caller, ids));
  const described = rows.map((incident) => {
    const displayName = names.get(incident.recordId) ?? null;
    return describe(desk.office, caller, { incident, displayName });
  });
  return { rows: described, total };
}

function describe(
  office: Office,
  { language }: Caller,
  { incident, displayName }: { readonly incident: KeptIncident } & Pick<ListedIncident, "displayName">,
): ListedIncident {
  const { id, kind, recordType, recordId, attempts, failedAt, failure, resolved } = incident;
  return {
    id,
    kind,
    title: inLanguage(incidentTitle(office, incident), language),
    recordType,
    recordId,
    displayName,
    attempts,
    failedAt,
    code: failure.code,
    message: inLanguage(failure.message, language),
    resolution: resolved?.how ?? null,
    resolvedAt: resolved?.at ?? null,
    resolvedBy: resolved?.actorName ?? null,
  };
}
