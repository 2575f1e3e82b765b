import { useSearchParams } from "react-router";
import { useApi } from "../api/use-api.ts";

/** A record of the office; as it was where the page's address says when (`?at=`). */
export function useRecord<Body>(type: string, id: string) {
  const [search] = useSearchParams();
  const at = search.get("at");
  const query = at === null ? "" : `?${new URLSearchParams({ at })}`;
  return { ...useApi<Body>(type, `/api/${type}/${encodeURIComponent(id)}${query}`), at };
}
