import {
  Box,
  Button,
  ButtonBase,
  ChevronLeft,
  ChevronRight,
  formatDay,
  IconButton,
  Stack,
  useDateSetting,
} from "../../../admin/plugin-slots/kit.ts";
import { appointments, type Session, type Visit } from "../session.ts";
import { addDays, daysOfWeek } from "./days.ts";
import { useSentences } from "./screen-sentences.ts";
import type { WeekData } from "./use-permanence.ts";

interface Props {
  readonly day: string;
  readonly monday: string;
  readonly week: WeekData;
  readonly onChoose: (day: string) => void;
}

/** The week as a calendar: its days side by side with their sessions; one of them is chosen. */
export function WeekStrip({ day, monday, week, onChoose }: Props) {
  const say = useSentences();
  const { today } = useDateSetting();
  const days = daysOfWeek(
    monday,
    week.sessions.map(({ date }) => date),
  );
  const inWeek = (offset: number) => onChoose(addDays(day, offset));
  return (
    <Stack component="section" aria-label={say.week} spacing={1}>
      <Stack direction="row" spacing={0.5} sx={{ alignItems: "center" }}>
        <IconButton size="small" aria-label={say.earlier} title={say.earlier} onClick={() => inWeek(-7)}>
          <ChevronLeft />
        </IconButton>
        <IconButton size="small" aria-label={say.later} title={say.later} onClick={() => inWeek(7)}>
          <ChevronRight />
        </IconButton>
        <Button size="small" disabled={day === today} onClick={() => onChoose(today)}>
          {say.thisWeek}
        </Button>
      </Stack>
      <Box sx={{ display: "grid", gridAutoFlow: "column", gridAutoColumns: "minmax(0, 1fr)", gap: { xs: 0.5, md: 1 } }}>
        {days.map((one) => (
          <DayButton
            key={one}
            day={one}
            chosen={one === day}
            sessions={week.sessions.filter(({ date }) => date === one)}
            visits={week.visits}
            onChoose={onChoose}
          />
        ))}
      </Box>
    </Stack>
  );
}

interface DayProps {
  readonly day: string;
  readonly chosen: boolean;
  readonly sessions: readonly Session[];
  readonly visits: readonly Visit[];
  readonly onChoose: (day: string) => void;
}

function DayButton({ day, chosen, sessions, visits, onChoose }: DayProps) {
  const setting = useDateSetting();
  return (
    <ButtonBase
      aria-pressed={chosen}
      {...(day === setting.today ? { "aria-current": "date" } : {})}
      onClick={() => onChoose(day)}
      sx={dayLook(chosen)}
    >
      <Box
        component="span"
        sx={{ fontWeight: day === setting.today ? 700 : 550, fontSize: { xs: "0.875rem", md: "1rem" } }}
      >
        {formatDay(day, setting)}
      </Box>
      {sessions.map((session) => (
        <SessionLine key={session.id} session={session} visits={visits} />
      ))}
    </ButtonBase>
  );
}

/** On a phone the number of appointments alone; the rest is under it once the day is chosen. */
function SessionLine({ session, visits }: { readonly session: Session; readonly visits: readonly Visit[] }) {
  const say = useSentences();
  const count = appointments(session, visits).length;
  return (
    <Box component="span" sx={{ display: "block", minWidth: 0, maxWidth: "100%", color: "text.secondary" }}>
      <Box component="span" sx={{ display: { xs: "none", md: "block" } }}>
        {`${session.startsAt}–${session.endsAt} · ${say.booked(count)}`}
      </Box>
      <Box
        component="span"
        sx={{
          display: { xs: "none", md: "block" },
          overflow: "hidden",
          textOverflow: "ellipsis",
          whiteSpace: "nowrap",
        }}
      >
        {session.place}
      </Box>
      <Box component="span" aria-label={say.booked(count)} role="img" sx={{ display: { xs: "block", md: "none" } }}>
        {`${count} rdv`}
      </Box>
    </Box>
  );
}

const dayLook = (chosen: boolean) =>
  ({
    flexDirection: "column",
    alignItems: "flex-start",
    justifyContent: "flex-start",
    textAlign: "left",
    gap: 0.25,
    minHeight: { xs: 60, md: 84 },
    p: { xs: 0.75, md: 1.5 },
    border: 1,
    borderRadius: 1,
    borderColor: chosen ? "primary.main" : "divider",
    backgroundColor: chosen ? "primary.light" : "background.paper",
    "&:hover": { borderColor: "outline" },
    "&:focus-visible": { outline: "2px solid", outlineColor: "primary.main", outlineOffset: 2 },
  }) as const;
