import {
  Box,
  Button,
  formatTime,
  Link,
  RouterLink,
  StageChip,
  useDateSetting,
  useSayFailure,
  useSendEvent,
  useType,
} from "../../../admin/plugin-slots/kit.ts";
import { minutesOf, type Visit } from "../session.ts";
import { isOpen, stages, types } from "../type-names.ts";
import { OtherActions } from "./other-actions.tsx";
import { useSentences } from "./screen-sentences.ts";
import { useNow } from "./use-permanence.ts";
import { nameOf } from "./visit-name.ts";

type Step = keyof ReturnType<typeof useSentences>["events"];

/** The steps of each stage that are one tap away; the others are in the line's menu. */
const oneTap: { readonly [stage: string]: readonly Step[] } = {
  [stages.booked]: ["ARRIVE", "NO_SHOW"],
  [stages.waiting]: ["CALL"],
  [stages.received]: ["FINISH"],
  [stages.absent]: ["late"],
};

/** Minutes after which someone who waits needs somebody now. */
const longWait = 30;

/** One person of the day: when, who, why, how long, and what comes next in one tap. */
export function QueueLine({ visit, day }: { readonly visit: Visit; readonly day: string }) {
  const say = useSentences();
  const type = useType(types.visits);
  const { today } = useDateSetting();
  const name = nameOf(visit, say.anonymous);
  const purpose = type?.schema.properties?.["purpose"]?.["x-labels"]?.[visit.purpose ?? ""];
  const steps = day <= today ? (oneTap[visit.stage] ?? []) : [];
  return (
    <Box component="li" sx={lineLook}>
      <Box sx={{ width: 48, flex: "none", fontWeight: 550 }}>
        <Moment visit={visit} />
      </Box>
      <Box sx={{ flex: "1 1 180px", minWidth: 0 }}>
        <Link component={RouterLink} to={`/${types.visits}/${visit.id}`}>
          {name}
        </Link>
        <Box sx={{ color: "text.secondary", display: "flex", flexWrap: "wrap", columnGap: 1 }}>
          {purpose ? <span>{String(purpose)}</span> : null}
          <Age visit={visit} isToday={day === today} />
        </Box>
      </Box>
      <Box sx={{ display: "flex", gap: 0.5, alignItems: "center", ml: "auto" }}>
        {type && !isOpen(visit.stage) ? <StageChip type={type} stage={visit.stage} /> : null}
        {steps.map((step) => (
          <StepButton key={step} step={step} visit={visit} name={name} />
        ))}
        <OtherActions visit={visit} name={name} shown={steps.map(eventOf)} />
      </Box>
    </Box>
  );
}

interface StepProps {
  readonly step: Step;
  readonly visit: Visit;
  readonly name: string;
}

/** Takes a step in one tap; nothing for whoever may not. */
function StepButton({ step, visit, name }: StepProps) {
  const say = useSentences();
  const type = useType(types.visits);
  const send = useSendEvent(types.visits);
  const sayFailure = useSayFailure();
  const event = eventOf(step);
  const word = say.events[step];
  const { id, version } = visit;
  const title = `${name} · ${word}`;
  if (type?.events?.[event]?.may !== true) return null;
  return (
    <Button
      size="small"
      variant={step === "NO_SHOW" ? "text" : "outlined"}
      aria-label={say.of(word, name)}
      loading={send.isPending}
      onClick={() => send.mutate({ id, version, event, title }, { onError: sayFailure })}
    >
      {word}
    </Button>
  );
}

/** Somebody who was noted as absent may still come: the same event under another word. */
const eventOf = (step: Step) => (step === "late" ? "ARRIVE" : step);

/** When they are to come, or came. */
function Moment({ visit }: { readonly visit: Visit }) {
  const setting = useDateSetting();
  return <>{visit.slotAt ?? (visit.arrivedAt ? formatTime(visit.arrivedAt, setting) : "")}</>;
}

/** How long they wait or are talked with; how late they are; when they were received. */
function Age({ visit, isToday }: { readonly visit: Visit; readonly isToday: boolean }) {
  const say = useSentences();
  const setting = useDateSetting();
  const now = useNow();
  const since = (instant: string | undefined) =>
    instant === undefined ? 0 : Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
  if (visit.stage === stages.done && visit.calledAt)
    return <span>{say.seenAt(formatTime(visit.calledAt, setting))}</span>;
  if (!isToday) return null;
  if (visit.stage === stages.waiting) {
    const minutes = since(visit.arrivedAt);
    return <Urgent on={minutes >= longWait}>{say.since(minutes)}</Urgent>;
  }
  if (visit.stage === stages.received) return <span>{say.talking(since(visit.calledAt))}</span>;
  const late =
    minutesOf(formatTime(new Date(now).toISOString(), { ...setting, language: "fr" })) -
    minutesOf(visit.slotAt ?? "24:00");
  return visit.stage === stages.booked && late > 0 ? <Urgent on>{say.late(late)}</Urgent> : null;
}

function Urgent({ on, children }: { readonly on: boolean; readonly children: string }) {
  return (
    <Box component="span" sx={on ? { color: "secondary.main", fontWeight: 550 } : {}}>
      {children}
    </Box>
  );
}

const lineLook = {
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  columnGap: 1.5,
  rowGap: 0.5,
  borderTop: 1,
  borderColor: "divider",
  py: 1,
} as const;
