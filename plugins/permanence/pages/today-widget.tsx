import {
  BlockSkeleton,
  Box,
  Link,
  RouterLink,
  Section,
  Typography,
  useDateSetting,
  useType,
} from "../../../admin/plugin-slots/kit.ts";
import type { Visit } from "../session.ts";
import { stages, types } from "../type-names.ts";
import { mondayOf } from "./days.ts";
import { QueueLine } from "./queue-line.tsx";
import { useSentences } from "./screen-sentences.ts";
import { useLooseVisits, useWeek } from "./use-permanence.ts";

const mostLines = 6;
const order = [stages.waiting, stages.received, stages.booked] as const;

/** Today's queue on one's own day: who waits, who is expected, and the way to the whole of it. */
export function TodayWidget() {
  const say = useSentences();
  const { today } = useDateSetting();
  const type = useType(types.visits);
  const { week } = useWeek(mondayOf(today));
  const loose = useLooseVisits(today);
  if (!type) return null;
  if (!week)
    return (
      <Section title={say.title}>
        <BlockSkeleton lines={mostLines * 2} />
      </Section>
    );
  const sessions = week.sessions.filter(({ date }) => date === today);
  const ids = new Set(sessions.map(({ id }) => id));
  const here = [...week.visits.filter(({ permanenceId = "" }) => ids.has(permanenceId)), ...loose];
  const open = order.flatMap((stage) => here.filter((visit) => visit.stage === stage).sort(inTime));
  const count = (stage: string) => open.filter((visit) => visit.stage === stage).length;
  const places = sessions.map(({ place, startsAt, endsAt }) => `${place}, ${startsAt}–${endsAt}`);
  const line =
    sessions.length === 0 && open.length === 0
      ? say.none
      : `${say.waitingNow(count(stages.waiting))} · ${say.expectedCount(count(stages.booked))}`;
  return (
    <Section
      title={say.title}
      actions={
        <Link component={RouterLink} to="/permanence">
          {say.open}
        </Link>
      }
    >
      <Typography sx={{ color: "text.secondary" }}>{[...places, line].join(" · ")}</Typography>
      <Box component="ul" sx={{ listStyle: "none", m: 0, mt: 1, p: 0 }}>
        {open.slice(0, mostLines).map((visit) => (
          <QueueLine key={visit.id} visit={visit} day={today} />
        ))}
      </Box>
    </Section>
  );
}

const timeOf = (visit: Visit) => visit.arrivedAt ?? visit.slotAt ?? "~";
const inTime = (one: Visit, other: Visit) => (timeOf(one) < timeOf(other) ? -1 : 1);
