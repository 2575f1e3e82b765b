import { useGetList } from "react-admin";
import type { IncidentBody } from "../../../server/http/api-types.ts";
import { useHasRole } from "./use-office.ts";

/** The newest open incidents, and how many there are in all; for administrators, nothing for others. */
export function useIncidents(perPage: number) {
  const enabled = useHasRole("admin");
  return useGetList<IncidentBody>(
    "incidents",
    { pagination: { page: 1, perPage }, sort: { field: "failedAt", order: "DESC" }, filter: {} },
    { enabled },
  );
}
