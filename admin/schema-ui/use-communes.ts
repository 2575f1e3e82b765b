import { useQuery } from "@tanstack/react-query";
import type { Commune } from "../../server/http/api-types.ts";
import { callApi } from "../app/api/api-client.ts";

/** Towns by their code, their postal code or the beginning of their name; none while nothing is asked. */
export function useCommunes(
  asked: { readonly [by in "code" | "postalCode" | "q"]?: string } | null,
): readonly Commune[] {
  const search = new URLSearchParams(asked ?? {}).toString();
  const { data } = useQuery({
    queryKey: ["communes", search],
    queryFn: async ({ signal }) => (await callApi<readonly Commune[]>(`/api/communes?${search}`, { signal })).body,
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data ?? [];
}
