import { useApi, useOffice } from "../../../admin/plugin-slots/kit.ts";
import type { Match } from "../../../server/plugin-api/index.ts";

/** One line of `GET /api/{type}/{id}/matches`. */
export interface FoundMatch extends Match {
  readonly type: string;
  readonly displayName: string;
}

/** The matches of a record, read again when it changes. */
export function useMatches(type: string, id: string, limit: number) {
  return useApi<readonly FoundMatch[]>(type, `/api/${type}/${encodeURIComponent(id)}/matches?limit=${limit}`);
}

/** What "propose" creates for records of this type; undefined where the reader may not. */
export function useProposal(type: string) {
  const { matchers, types } = useOffice();
  const propose = matchers.find((matcher) => matcher.for === type)?.propose;
  return propose && types.find(({ id }) => id === propose.type)?.may.create ? propose : undefined;
}
