import type { Office } from "../changes/office.ts";
import type { IncidentStore } from "./incident-store.ts";

/** What the use cases of incidents work with. */
export interface IncidentDesk {
  readonly office: Office;
  readonly incidents: IncidentStore;
}
