import { useQueryClient } from "@tanstack/react-query";
import { useNotify } from "react-admin";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { callApi } from "../../app/api/api-client.ts";
import { useSay } from "../../app/i18n/use-say.ts";

/** Changes what it is given of a plugin, and leaves the rest; rejects with the office's refusal. */
export type PluginChange = (body: {
  readonly enabled?: boolean;
  readonly config?: JsonObject;
  readonly version?: string;
}) => Promise<void>;

/** Switches a plugin or changes its settings, and reads again what that changes. */
export function usePluginChange(id: string): PluginChange {
  const say = useSay();
  const notify = useNotify();
  const queries = useQueryClient();
  return async (body) => {
    await callApi(`/api/plugins/${id}`, { method: "PUT", body });
    await Promise.all([
      queries.invalidateQueries({ queryKey: ["plugins"] }),
      queries.invalidateQueries({ queryKey: ["office"] }),
    ]);
    notify(say("form.saved"), { type: "success" });
  };
}
