import { useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import type { OfficeDescription, ServedStage, ServedType, StaffMember } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { OfficeContext } from "./office-context.ts";

/** The office: its types, menu, people's roles and what this reader may do. */
export function useOffice(): OfficeDescription {
  const office = useContext(OfficeContext);
  if (!office) throw new Error("useOffice needs an OfficeGate above it.");
  return office;
}

/** The type with that id, or undefined when this reader may not see it or there is none. */
export function useType(id: string | undefined): ServedType | undefined {
  return useOffice().types.find((type) => type.id === id);
}

/** The stage at that path; of several (parallel), the first. */
export function stageOf(type: ServedType | undefined, path: unknown): ServedStage | undefined {
  if (typeof path !== "string") return undefined;
  const first = path.split(",")[0];
  return type?.stages?.find((stage) => stage.path === first);
}

/** Whether this reader has the role; an administrator is told apart by `"admin"`. */
export function useHasRole(role: string): boolean {
  return useOffice().user.roles.includes(role);
}

/** The members of the office, to give cases to; empty until they are known, and for whom nobody is named. */
export function useStaff(): readonly StaffMember[] {
  return useKnownStaff() ?? [];
}

/** The same; undefined until they are known. */
export function useKnownStaff(): readonly StaffMember[] | undefined {
  const { data } = useQuery({
    queryKey: ["staff"],
    queryFn: async ({ signal }) => (await callApi<readonly StaffMember[]>("/api/staff", { signal })).body,
    staleTime: 5 * 60_000,
  });
  return data;
}

/** The name of a member of the office. */
export function useStaffName(id: string | null | undefined): string | undefined {
  return useStaff().find((member) => member.id === id)?.name;
}
