import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ViewBody } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { useApi } from "../api/use-api.ts";
import { useSayFailure } from "../errors/use-say-failure.ts";

/** What is kept of a list under a name. */
export type ViewDraft = Pick<ViewBody, "name" | "filter" | "sort" | "columns" | "shared">;

interface Views {
  readonly views: readonly ViewBody[];
  /** Takes the place of this person's one of that name. */
  readonly save: (view: ViewDraft) => void;
  readonly remove: (view: ViewBody) => void;
}

/** The saved views of a list: this person's own, then those that the office shares. */
export function useViews(type: string): Views {
  const queries = useQueryClient();
  const sayFailure = useSayFailure();
  const { data = [] } = useApi<readonly ViewBody[]>("views", `/api/views?type=${encodeURIComponent(type)}`);
  const after = {
    onSuccess: () => queries.invalidateQueries({ queryKey: ["views"] }),
    onError: sayFailure,
  };
  const save = useMutation({
    mutationFn: ({ sort, columns, ...view }: ViewDraft) =>
      callApi("/api/views", {
        method: "POST",
        body: { ...view, type, ...(sort && { sort }), ...(columns && { columns }) },
      }),
    ...after,
  });
  const remove = useMutation({
    mutationFn: (view: ViewBody) => callApi(`/api/views/${view.id}`, { method: "DELETE" }),
    ...after,
  });
  return { views: data, save: (view) => save.mutate(view), remove: (view) => remove.mutate(view) };
}
