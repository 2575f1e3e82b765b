import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { LiveMessage } from "../../../server/http/api-types.ts";
import { openLiveSource } from "./live-source.ts";

/** How long changes of records are gathered before what shows them is read again, in milliseconds. */
const gatherFor = 400;

/**
 * Keeps what is shown true: reads again what others change, the office itself when a definition is published, and
 * everything when the connection comes back after a silence.
 */
export function LiveUpdates({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const about of changed) void queries.invalidateQueries({ queryKey: [about] });
      changed.clear();
    };
    const close = openLiveSource("/api/live", {
      onBack: () => void queries.invalidateQueries(),
      onMessage(data) {
        const update = JSON.parse(data) as LiveMessage;
        if ("definitions" in update) {
          for (const about of ["office", "plugins"]) void queries.invalidateQueries({ queryKey: [about] });
          return;
        }
        changed.add(update.type);
        timer ??= setTimeout(refresh, gatherFor);
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [queries]);
  return children;
}
