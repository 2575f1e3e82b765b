import { useEffect, useRef, useState } from "react";
import type { NamedShadowRun } from "../../../../server/http/api-types.ts";
import { callApi } from "../../../app/api/api-client.ts";
import { useSayFailure } from "../../../app/errors/use-say-failure.ts";
import { type ComparisonBody, joined } from "./comparisons.ts";

/** A comparison that is asked for part by part, and what is known of it by now. */
export interface Comparison {
  /** What has been found so far; null before the first answer. */
  readonly run: NamedShadowRun | null;
  /** What was asked; null while nothing was. */
  readonly asked: ComparisonBody | null;
  readonly isRunning: boolean;
  start(body: ComparisonBody): Promise<void>;
  /** Leaves it where it is. */
  stop(): void;
}

/** Runs a comparison part by part, so that it can be watched and stopped. Leaving the page stops it. */
export function useComparison(plugin: string): Comparison {
  const sayFailure = useSayFailure();
  const [asked, setAsked] = useState<ComparisonBody | null>(null);
  const [run, setRun] = useState<NamedShadowRun | null>(null);
  const [isRunning, setRunning] = useState(false);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const start = async (body: ComparisonBody) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const { signal } = controller;
    setAsked(body);
    setRun(null);
    setRunning(true);
    try {
      await eachPart({ plugin, body, signal }, (part) => setRun((before) => joined(before, part)));
    } catch (error) {
      if (!signal.aborted) sayFailure(error);
    }
    if (current.current === controller) setRunning(false);
  };
  const stop = () => {
    current.current?.abort();
    setRunning(false);
  };
  return { run, asked, isRunning, start, stop };
}

interface Asking {
  readonly plugin: string;
  readonly body: ComparisonBody;
  readonly signal: AbortSignal;
}

async function eachPart({ plugin, body, signal }: Asking, told: (part: NamedShadowRun) => void): Promise<void> {
  let after: string | null = null;
  do {
    const asked: object = after === null ? body : { ...body, after };
    const { body: part } = await callApi<NamedShadowRun>(`/api/plugins/${plugin}/shadow`, {
      method: "POST",
      body: asked,
      signal,
    });
    if (signal.aborted) return;
    told(part);
    after = part.next;
  } while (after !== null);
}
