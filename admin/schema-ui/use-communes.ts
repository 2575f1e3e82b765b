import { useQuery } from "@tanstack/react-query";
import type { Commune } from "../../server/http/api-types.ts";
import { callApi } from "../app/api/api-client.ts";
import { nameInBatch } from "../app/api/name-in-batch.ts";
import type { KnownName } from "./known-name.ts";

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

/** What the town of a code is called; those of a whole list are asked for at once. */
export function useCommuneName(code: string): KnownName {
  const { data, isLoading } = useQuery({
    queryKey: ["communes", "called", code],
    queryFn: () => nameInBatch("communes", code, communeNames),
    enabled: code !== "",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return { name: data ?? undefined, pending: isLoading };
}

async function communeNames(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { body } = await callApi<readonly Commune[]>(`/api/communes?${new URLSearchParams({ code: codes.join(",") })}`);
  return new Map(body.map(({ code, name }) => [code, name]));
}
