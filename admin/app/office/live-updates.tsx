import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { LiveMessage } from "../../../server/http/api-types.ts";

type Listener = (update: LiveMessage) => void;

interface Live {
  readonly connected: boolean;
  listen(listener: Listener): () => void;
}

const LiveContext = createContext<Live>({ connected: false, listen: () => () => {} });

/** How long changes are gathered before the lists that show them are read again. */
const gatherFor = 400;

/** Keeps what is shown true: reads again what others change, and the office itself when a definition is published. */
export function LiveUpdates({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const listeners = useRef(new Set<Listener>());
  const [connected, setConnected] = useState(false);

  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const type of changed) void queries.invalidateQueries({ queryKey: [type] });
      changed.clear();
    };
    const source = new EventSource("/api/live");
    source.onopen = () => setConnected(true);
    source.onerror = () => setConnected(false);
    source.onmessage = (message: MessageEvent<string>) => {
      const update = JSON.parse(message.data) as LiveMessage;
      changed.add("definitions" in update ? "office" : update.type);
      timer ??= setTimeout(refresh, gatherFor);
      for (const listener of listeners.current) listener(update);
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [queries]);

  const live = useMemo<Live>(
    () => ({
      connected,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [connected],
  );
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

/**
 * Tells what changes while the page is open. Lists and records are read again without it.
 *
 * @example useLive((update) => { if ("type" in update && update.id === id) setStale(true); });
 */
export function useLive(listener: Listener): { readonly connected: boolean } {
  const { listen, connected } = useContext(LiveContext);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => listen((update) => latest.current(update)), [listen]);
  return { connected };
}
