import { Section, Stack, Typography, useDateSetting } from "../../../admin/plugin-slots/kit.ts";
import type { Visit } from "../session.ts";
import { isOpen, stages } from "../type-names.ts";
import { QueueLine } from "./queue-line.tsx";
import { useSentences } from "./screen-sentences.ts";

interface Props {
  readonly visits: readonly Visit[];
  readonly day: string;
}

/** Everybody of the day by where they are: those who wait first, those who have been last. */
export function Queue({ visits, day }: Props) {
  const say = useSentences();
  const { today } = useDateSetting();
  const at = (stage: string) => visits.filter((visit) => visit.stage === stage);
  const waiting = [...at(stages.waiting)].sort(by("arrivedAt"));
  const passed = [...visits.filter(({ stage }) => !isOpen(stage))].sort(by("arrivedAt"));
  if (visits.length === 0) {
    return (
      <Section title={say.queue}>
        <Typography sx={{ color: "text.secondary" }}>{day < today ? say.nobodyCame : say.nobodyYet}</Typography>
      </Section>
    );
  }
  return (
    <Section title={say.queue}>
      <Stack spacing={2}>
        <Group title={say.waiting} visits={waiting} day={day} {...(day === today ? { empty: say.nobodyWaits } : {})} />
        <Group title={say.received} visits={[...at(stages.received)].sort(by("calledAt"))} day={day} />
        <Group title={say.expected} visits={[...at(stages.booked)].sort(by("slotAt"))} day={day} />
        <Group title={say.passed} visits={passed} day={day} />
      </Stack>
    </Section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly visits: readonly Visit[];
  readonly day: string;
  /** Said where there is nobody; without it the group is left out. */
  readonly empty?: string;
}

function Group({ title, visits, day, empty }: GroupProps) {
  if (visits.length === 0 && empty === undefined) return null;
  return (
    <section aria-label={title}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title} {visits.length > 0 ? `(${visits.length})` : ""}
      </Typography>
      {visits.length === 0 ? <Typography sx={{ color: "text.secondary" }}>{empty}</Typography> : null}
      <Stack component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {visits.map((visit) => (
          <QueueLine key={visit.id} visit={visit} day={day} />
        ))}
      </Stack>
    </section>
  );
}

function by(field: "arrivedAt" | "calledAt" | "slotAt") {
  const key = (visit: Visit) => visit[field] ?? visit.slotAt ?? "~";
  return (one: Visit, other: Visit) => (key(one) < key(other) ? -1 : 1);
}
