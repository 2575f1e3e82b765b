import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { Navigate, useLocation } from "react-router";
import type { OfficeDescription } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { statusOf } from "../api/api-problem.ts";
import { FailurePage } from "../errors/failure-page.tsx";
import { useLanguage } from "../i18n/use-say.ts";
import { ShellSkeleton } from "../shell/shell-skeleton.tsx";
import { LiveUpdates } from "./live-updates.tsx";
import { OfficeContext } from "./office-context.ts";
import { useNewDay } from "./use-new-day.ts";

/**
 * Loads the office before any page that needs it. Without a session it leads to the sign-in page, which leads back
 * here. A definition that is published meanwhile arrives by the live updates, without a reload.
 */
export function OfficeGate({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const location = useLocation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["office", language],
    queryFn: async ({ signal }) => (await callApi<OfficeDescription>("/api/office", { signal })).body,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (count, failure) => statusOf(failure) !== 401 && count < 2,
  });
  useNewDay(
    data?.timeZone,
    useCallback(() => void queries.invalidateQueries(), [queries]),
  );
  if (!data && statusOf(error) === 401) {
    return <Navigate to="/login" replace state={{ nextPathname: location.pathname, nextSearch: location.search }} />;
  }
  if (!data) return error ? <FailurePage error={error} onRetry={() => void refetch()} /> : <ShellSkeleton />;
  return (
    <OfficeContext.Provider value={data}>
      <LiveUpdates>{children}</LiveUpdates>
    </OfficeContext.Provider>
  );
}
