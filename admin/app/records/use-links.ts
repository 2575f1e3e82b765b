import type { UseQueryResult } from "@tanstack/react-query";
import { useApi } from "../api/use-api.ts";

/** A record that refers to another, or is referred to by it. */
export interface LinkedRecord {
  readonly direction: "from" | "to";
  readonly type: string;
  readonly id: string;
  readonly displayName?: string;
  readonly label?: string;
  /** Of a case. */
  readonly stage?: string;
  readonly status?: "active" | "done";
}

/** What a record is tied to, as far as the reader may know. */
export function useLinks(type: string, id: string): UseQueryResult<readonly LinkedRecord[]> {
  return useApi<readonly LinkedRecord[]>(type, `/api/${type}/${encodeURIComponent(id)}/links`);
}
