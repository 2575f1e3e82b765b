import { useState } from "react";
import {
  Box,
  Button,
  Collapse,
  formatTime,
  Link,
  RouterLink,
  Section,
  Stack,
  StageChip,
  Typography,
  useDateSetting,
  useStaffName,
  useType,
} from "../../../admin/plugin-slots/kit.ts";
import { appointments, type Session, type Slot, slotsOf, type Visit } from "../session.ts";
import { types } from "../type-names.ts";
import { useSentences } from "./screen-sentences.ts";
import { useNow } from "./use-permanence.ts";
import { VisitForm } from "./visit-form.tsx";
import { nameOf } from "./visit-name.ts";

interface Props {
  readonly session: Session;
  readonly visits: readonly Visit[];
}

/** The slots of one session: who comes when, and one tap to book what is free. */
export function SessionSlots({ session, visits }: Props) {
  const say = useSentences();
  const counsellor = useStaffName(session.counsellor);
  const [booking, setBooking] = useState<string | null>(null);
  const slots = slotsOf(session, visits);
  const places = say.places(appointments(session, visits).length, session.capacity ?? slots.length);
  return (
    <Section
      title={`${session.startsAt}–${session.endsAt} · ${session.place}`}
      actions={
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {places}
        </Typography>
      }
    >
      <Typography variant="body2" sx={{ color: "text.secondary", mb: 1 }}>
        {counsellor}
      </Typography>
      <Stack component="ul" aria-label={say.slots} sx={{ listStyle: "none", m: 0, p: 0 }}>
        {slots.map((slot) => (
          <SlotLine
            key={slot.at}
            session={session}
            slot={slot}
            open={booking === slot.at}
            onToggle={() => setBooking(booking === slot.at ? null : slot.at)}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface LineProps {
  readonly session: Session;
  readonly slot: Slot;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function SlotLine({ session, slot, open, onToggle }: LineProps) {
  const say = useSentences();
  const setting = useDateSetting();
  const { today } = setting;
  const type = useType(types.visits);
  const now = formatTime(new Date(useNow()).toISOString(), { ...setting, language: "fr" });
  const isOver = session.date < today || (session.date === today && slot.at < now);
  const mayBook = slot.free && !isOver && type?.may.create === true;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: "divider", py: 0.75 }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, minHeight: 34 }}>
        <Box component="span" sx={{ width: 48, flex: "none", fontWeight: 550 }}>
          {slot.at}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {slot.visits.map((visit) => (
            <BookedVisit key={visit.id} visit={visit} />
          ))}
          {slot.visits.length === 0 ? (
            <Box component="span" sx={{ color: "text.secondary" }}>
              {isOver ? say.unused : say.free}
            </Box>
          ) : null}
        </Box>
        {mayBook ? (
          <Button size="small" aria-expanded={open} aria-label={say.book(slot.at)} onClick={onToggle}>
            {say.bookShort}
          </Button>
        ) : null}
      </Box>
      <Collapse in={open} unmountOnExit>
        <Box sx={{ py: 1.5 }}>
          <VisitForm
            field={focused}
            label={say.whoBooks}
            submitLabel={say.book(slot.at)}
            fixed={{ permanenceId: session.id, slotAt: slot.at }}
            said={(name) => say.bookedFor(name, slot.at)}
            onDone={onToggle}
            onCancel={onToggle}
          />
        </Box>
      </Collapse>
    </Box>
  );
}

function BookedVisit({ visit }: { readonly visit: Visit }) {
  const say = useSentences();
  const type = useType(types.visits);
  return (
    <Box sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
      <Link component={RouterLink} to={`/${types.visits}/${visit.id}`} sx={{ display: "inline-block", py: 0.25 }}>
        {nameOf(visit, say.anonymous)}
      </Link>
      {type ? <StageChip type={type} stage={visit.stage} /> : null}
    </Box>
  );
}

/** The form that was just asked for is written in at once. */
const focused = (field: HTMLInputElement | null) => field?.focus();
