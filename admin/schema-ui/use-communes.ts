import { useQuery } from "@tanstack/react-query";
import { callApi } from "../app/api/api-client.ts";

export interface Commune {
  /** Official code (INSEE). */
  readonly code: string;
  readonly name: string;
  readonly postalCodes: readonly string[];
}

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
