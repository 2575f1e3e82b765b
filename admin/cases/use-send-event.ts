import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNotify } from "react-admin";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { postOnce } from "../app/api/api-client.ts";
import { isRefusal } from "../app/api/api-problem.ts";
import { useSay } from "../app/i18n/use-say.ts";
import type { FlatCase } from "./flat-case.ts";

interface EventToSend {
  readonly id: string;
  readonly event: string;
  /** What the action is called, to say that it is done. */
  readonly title: string;
  readonly payload?: JsonObject;
  /** That the sender has seen: the case must still be at it. */
  readonly version: number;
}

/**
 * Sends an event to a case, says that it is done, and has everything that may have changed read again; the cases too
 * when the office says no, for they are then not as they were shown.
 */
export function useSendEvent(workflow: string) {
  const queries = useQueryClient();
  const notify = useNotify();
  const say = useSay();
  return useMutation({
    mutationFn: async ({ id, event, payload = {}, version }: EventToSend) => {
      const path = `/api/${workflow}/${encodeURIComponent(id)}/events`;
      return (await postOnce<FlatCase>(path, { type: event, payload, version })).body;
    },
    onSuccess: async (_, { title }) => {
      notify(say("cases.done", { action: title }), { type: "success" });
      await queries.invalidateQueries();
    },
    onError: (error) => {
      if (isRefusal(error)) void queries.invalidateQueries({ queryKey: [workflow] });
    },
  });
}
