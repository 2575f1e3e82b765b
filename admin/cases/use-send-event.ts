import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNotify } from "react-admin";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { callApi } from "../app/api/api-client.ts";
import { useSay } from "../app/i18n/use-say.ts";

/** A case, flat, as the API answers it. */
export interface FlatCase {
  readonly id: string;
  readonly version: number;
  readonly displayName?: string;
  readonly erasedAt?: string;
  readonly stage: string;
  readonly status: "active" | "done";
  readonly stageSince: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
  readonly [field: string]: unknown;
}

export interface EventToSend {
  readonly id: string;
  readonly event: string;
  readonly title: string;
  readonly payload?: JsonObject;
  readonly version?: number;
  readonly note?: string;
}

/** Sends an event to a case, says that it is done, and has everything that may have changed read again. */
export function useSendEvent(workflow: string) {
  const queries = useQueryClient();
  const notify = useNotify();
  const say = useSay();
  return useMutation({
    mutationFn: async ({ id, event, payload, version, note }: EventToSend) => {
      const { body } = await callApi<FlatCase>(`/api/${workflow}/${encodeURIComponent(id)}/events`, {
        method: "POST",
        headers: { "Idempotency-Key": crypto.randomUUID() },
        body: { type: event, payload: payload ?? {}, ...(version ? { version } : {}), ...(note ? { note } : {}) },
      });
      return body;
    },
    onSuccess: async (_, { title }) => {
      notify(say("cases.done", { action: title }), { type: "success" });
      await queries.invalidateQueries();
    },
  });
}
