import { useQuery } from "@tanstack/react-query";
import type { SignInPageBody } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { useLanguage } from "../i18n/use-say.ts";

/** The office as strangers see it; undefined until it is known. */
export function usePublicOffice(): SignInPageBody | undefined {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["public-office", language],
    queryFn: async ({ signal }) => (await callApi<SignInPageBody>("/api/auth/office", { signal })).body,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
