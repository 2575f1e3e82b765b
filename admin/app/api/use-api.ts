import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useLanguage } from "../i18n/use-say.ts";
import { callApi } from "./api-client.ts";

/**
 * Reads a path of the office and reads it again when a record of the type that it is about changes.
 *
 * @example const { data } = useApi<readonly ActionOffer[]>("loans", `/api/loans/${id}/actions`);
 */
export function useApi<T>(
  about: string,
  path: string,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<T> {
  const language = useLanguage();
  return useQuery({
    queryKey: [about, "api", path, language],
    queryFn: async ({ signal }) => (await callApi<T>(path, { signal })).body,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
}
