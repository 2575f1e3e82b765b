import { useEffect, useMemo, useState } from "react";
import { useApi } from "../../../admin/plugin-slots/kit.ts";
import type { Session, Visit } from "../session.ts";
import { types } from "../type-names.ts";
import { addDays } from "./days.ts";

/** The sessions of a week, in the order of the day, and everybody who comes to them. */
export interface WeekData {
  readonly sessions: readonly Session[];
  readonly visits: readonly Visit[];
}

interface WeekReading {
  readonly week: WeekData | null;
  /** Of the last reading; the week is then what was read before, if anything. */
  readonly error: unknown;
  readonly readAgain: () => void;
}

/** A week from its Monday, kept true by what others do; null while it is not there yet. */
export function useWeek(monday: string): WeekReading {
  const days = { date_gte: monday, date_lte: addDays(monday, 6) };
  const sessions = useApi<readonly Session[]>(types.sessions, listOf(types.sessions, days, ["date", "ASC"]));
  const ids = sessions.data?.map(({ id }) => id) ?? [];
  const visits = useApi<readonly Visit[]>(
    types.visits,
    listOf(types.visits, { permanenceId: ids }, ["createdAt", "ASC"]),
    {
      enabled: sessions.data !== undefined,
    },
  );
  const week = useMemo(
    () => (sessions.data && visits.data ? { sessions: inOrder(sessions.data), visits: visits.data } : null),
    [sessions.data, visits.data],
  );
  const readAgain = () => {
    void sessions.refetch();
    if (sessions.data) void visits.refetch();
  };
  return { week, error: sessions.error ?? visits.error, readAgain };
}

/** Those who came on a day without a session. */
export function useLooseVisits(day: string): readonly Visit[] {
  const filter = { permanenceId_null: true, createdAt_gte: day, createdAt_lte: day };
  return useApi<readonly Visit[]>(types.visits, listOf(types.visits, filter, ["createdAt", "ASC"])).data ?? [];
}

/** The time, again every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function inOrder(sessions: readonly Session[]): readonly Session[] {
  const key = ({ date, startsAt }: Session) => `${date} ${startsAt}`;
  return [...sessions].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function listOf(type: string, filter: object, sort: readonly [string, "ASC" | "DESC"]): string {
  const query = new URLSearchParams({
    filter: JSON.stringify(filter),
    sort: JSON.stringify(sort),
    range: "[0,999]",
  });
  return `/api/${type}?${query}`;
}
