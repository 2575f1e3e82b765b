import type { ReaderRecords } from "../../server/plugin-api/index.ts";
import type { Session, Visit } from "./session.ts";
import { types } from "./type-names.ts";

const mostSessions = 200;
const mostVisits = 5000;

/** The sessions of a period that the reader may see, in the order of the day. */
export async function sessionsOf(
  records: ReaderRecords,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Session[]> {
  const filter = { date_gte: from, date_lte: to };
  const rows = await records.list(types.sessions, { filter, sort: ["date", "ASC"], limit: mostSessions });
  const sessions = rows as readonly unknown[] as readonly Session[];
  return [...sessions].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Who comes to them, those with the earlier time first. */
export async function visitsOf(records: ReaderRecords, sessions: readonly Session[]): Promise<readonly Visit[]> {
  if (sessions.length === 0) return [];
  const filter = { permanenceId: sessions.map(({ id }) => id) };
  const rows = await records.list(types.visits, { filter, sort: ["createdAt", "ASC"], limit: mostVisits });
  return rows as readonly unknown[] as readonly Visit[];
}

const keyOf = ({ date, startsAt }: Session) => `${date} ${startsAt}`;
