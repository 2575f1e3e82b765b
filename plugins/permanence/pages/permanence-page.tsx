import { useCallback } from "react";
import {
  Box,
  FailureAlert,
  leavesNothing,
  PageHead,
  PageSkeleton,
  Stack,
  StaleNotice,
  useDateSetting,
  useSearchParams,
} from "../../../admin/plugin-slots/kit.ts";
import type { Session, Visit } from "../session.ts";
import { stages } from "../type-names.ts";
import { mondayOf } from "./days.ts";
import { NoSession } from "./no-session.tsx";
import { Queue } from "./queue.tsx";
import { useSentences } from "./screen-sentences.ts";
import { SessionSlots } from "./session-slots.tsx";
import { useLooseVisits, useWeek } from "./use-permanence.ts";
import { WalkInForm } from "./walk-in-form.tsx";
import { WeekPapers } from "./week-papers.tsx";
import { WeekStrip } from "./week-strip.tsx";

/** `/permanence`: who is here, who is to come, and the week around it. `?day=` is another day than today. */
export function PermanencePage() {
  const say = useSentences();
  const { today } = useDateSetting();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("day") ?? "";
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today;
  const monday = mondayOf(day);
  const { week, error, readAgain } = useWeek(monday);
  const loose = useLooseVisits(day);
  const begun = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  if (leavesNothing(error, week)) return <FailureAlert error={error} />;
  if (!week) return <PageSkeleton />;
  const sessions = week.sessions.filter(({ date }) => date === day);
  const visits = [...visitsTo(sessions, week.visits), ...loose];
  const count = (stage: string) => visits.filter((visit) => visit.stage === stage).length;
  return (
    <>
      <PageHead
        title={say.title}
        line={[day === today ? say.waitingNow(count(stages.waiting)) : "", say.expectedCount(count(stages.booked))]
          .filter(Boolean)
          .join(" · ")}
        action={<WeekPapers monday={monday} />}
      />
      <StaleNotice error={error} onRetry={readAgain} />
      <Stack spacing={3}>
        <WeekStrip
          day={day}
          monday={monday}
          week={week}
          onChoose={(next) => setSearch(next === today ? {} : { day: next }, { replace: true })}
        />
        <Box sx={twoColumns}>
          <Stack spacing={3}>
            {day === today ? <WalkInForm session={sessions[0]} isAsked={search.has("new")} onBegun={begun} /> : null}
            <Queue visits={visits} day={day} />
          </Stack>
          <Stack spacing={3}>
            {sessions.map((session) => (
              <SessionSlots key={session.id} session={session} visits={visits} />
            ))}
            {sessions.length === 0 ? <NoSession isToday={day === today} week={week} /> : null}
          </Stack>
        </Box>
      </Stack>
    </>
  );
}

function visitsTo(sessions: readonly Session[], visits: readonly Visit[]): readonly Visit[] {
  const ids = new Set(sessions.map(({ id }) => id));
  return visits.filter(({ permanenceId = "" }) => ids.has(permanenceId));
}

const twoColumns = {
  display: "grid",
  gap: 3,
  alignItems: "start",
  gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "minmax(0, 3fr) minmax(0, 2fr)" },
} as const;
