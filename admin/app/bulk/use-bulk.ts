import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { BulkResult } from "../../../server/http/api-types.ts";
import { callLines } from "../api/call-lines.ts";

/** Which records: these, or all that a filter of their list finds. */
export type Several = { readonly ids: readonly string[] } | { readonly filter: object };

/** The filter of a list that finds just these. */
export function filterOf(several: Several): object {
  return "ids" in several ? { id: several.ids } : several.filter;
}

/** One that was refused, with why. */
export type RefusedOne = Extract<BulkResult, { readonly ok: false }>;

/** How far a change of many has come. */
export interface BulkProgress {
  readonly total: number;
  readonly done: number;
  readonly refused: readonly RefusedOne[];
  readonly finished: boolean;
}

/**
 * Asks for a change of many records and tells how far it is, one after the other as the office answers. What is done
 * stays done when it is left.
 */
export function useBulk() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const run = async (path: string, body: object) => {
    let now: BulkProgress = { total: 0, done: 0, refused: [], finished: false };
    setProgress(now);
    try {
      for await (const line of callLines<{ readonly total: number } | BulkResult>(path, body)) {
        if ("total" in line) now = { ...now, total: line.total };
        else if (line.ok) now = { ...now, done: now.done + 1 };
        else now = { ...now, refused: [...now.refused, line] };
        setProgress(now);
      }
      setProgress({ ...now, finished: true });
    } catch (error) {
      if (now.total === 0) setProgress(null);
      else setProgress({ ...now, finished: true });
      throw error;
    } finally {
      await queries.invalidateQueries();
    }
  };
  return { progress, run };
}
