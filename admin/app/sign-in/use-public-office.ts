import { useQuery } from "@tanstack/react-query";
import { callApi } from "../api/api-client.ts";
import { useLanguage } from "../i18n/use-say.ts";

/** What the office tells to whoever is not signed in. */
export interface PublicOffice {
  readonly name: string;
  /** The office is the sample one: its sign-ins may be shown. */
  readonly sample: boolean;
  readonly signIns?: readonly { readonly email: string; readonly title: string }[];
}

/** The office as strangers see it; undefined until it is known. */
export function usePublicOffice(): PublicOffice | undefined {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ["public-office", language],
    queryFn: async ({ signal }) => (await callApi<PublicOffice>("/api/auth/office", { signal })).body,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
