import HistoryIcon from "@mui/icons-material/HistoryOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import { useState } from "react";
import { Link as RouterLink } from "react-router";
import type { HistoryEntryBody, ServedType } from "../../../server/http/api-types.ts";
import { PlannedValue } from "../../schema-ui/field-value.tsx";
import { fieldOf } from "../../schema-ui/system-fields.ts";
import { useApi } from "../api/use-api.ts";
import { FailurePage } from "../errors/failure-page.tsx";
import { type Say, useLanguage, useSay } from "../i18n/use-say.ts";
import { useType } from "../office/use-office.ts";
import { DateText } from "../parts/date-text.tsx";
import { EmptyState } from "../parts/empty-state.tsx";
import { PersonInitials } from "../parts/person-initials.tsx";
import { BlockSkeleton } from "../parts/skeletons.tsx";
import { StageChip } from "../parts/stage-chip.tsx";

/** How many changes of an entry are told without being asked. */
const fewChanges = 6;

/** What happened to a record: who, when, what changed; each moment opens the record as it was then. */
export function RecordHistory({ type, id }: { readonly type: string; readonly id: string }) {
  const say = useSay();
  const served = useType(type);
  const { data, error, refetch } = useApi<readonly HistoryEntryBody[]>(type, `/api/${type}/${id}/history`);
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data || !served) return <BlockSkeleton />;
  if (data.length === 0) return <EmptyState icon={<HistoryIcon />} title={say("record.noHistory")} />;
  return (
    <Box component="ol" aria-label={say("record.history")} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {[...data].reverse().map((entry) => (
        <HistoryEntry key={entry.seq} entry={entry} type={served} id={id} />
      ))}
    </Box>
  );
}

interface HistoryEntryProps {
  readonly entry: HistoryEntryBody;
  readonly type: ServedType;
  /** Of the record that was changed. */
  readonly id: string;
}

/** One change: what was done, by whom and when, and what each field was and became. */
export function HistoryEntry({ entry, type, id }: HistoryEntryProps) {
  const say = useSay();
  const moved = entry.to !== null && entry.to !== entry.from;
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        gap: 1.5,
        py: 1.5,
        borderBottom: 1,
        borderColor: "divider",
        "&:last-child": { borderBottom: 0 },
      }}
    >
      <PersonInitials name={entry.actor.name} beside />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {eventTitle(entry, type, say)}
          </Box>
          {moved && entry.to !== null ? <StageChip type={type} stage={entry.to} /> : null}
        </Box>
        <Box sx={{ color: "text.secondary", display: "flex", flexWrap: "wrap", columnGap: 1 }}>
          {entry.actor.name} · <DateText value={entry.at} time />
          <Link component={RouterLink} to={`/${type.id}/${id}?at=${encodeURIComponent(entry.at)}`}>
            {say("record.asItWas")}
          </Link>
        </Box>
        {entry.note ? <Box sx={{ mt: 0.5, whiteSpace: "pre-line" }}>{entry.note}</Box> : null}
        {entry.erased ? <Box sx={{ color: "text.secondary" }}>{say("record.valuesErased")}</Box> : null}
        <Changes entry={entry} type={type} />
      </Box>
    </Box>
  );
}

function Changes({ entry, type }: { readonly entry: HistoryEntryBody; readonly type: ServedType }) {
  const say = useSay();
  const language = useLanguage();
  const changes = Object.entries(entry.changes).flatMap(([name, change]) => {
    const plan = fieldOf(type, name, { say, language });
    return plan ? [{ name, plan, ...change }] : [];
  });
  const [open, setOpen] = useState(changes.length <= fewChanges);
  if (changes.length === 0) return null;
  if (!open) {
    return (
      <Button size="small" aria-expanded={false} onClick={() => setOpen(true)} sx={{ ml: -1.25 }}>
        {say("record.showChanges", { smart_count: changes.length })}
      </Button>
    );
  }
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: "none", display: "grid", gap: 0.25 }}>
      {changes.map(({ name, plan, from, to }) => (
        <Box component="li" key={name} sx={{ overflowWrap: "anywhere" }}>
          <Box component="span" sx={{ color: "text.secondary" }}>
            {plan.label}
            {say("form.colon")}
          </Box>
          {from === null ? null : (
            <>
              <Box component="del" sx={{ color: "text.secondary" }}>
                <PlannedValue plan={plan} value={from} compact />
              </Box>
              {" → "}
            </>
          )}
          {to === null ? say("record.emptied") : <PlannedValue plan={plan} value={to} compact />}
        </Box>
      ))}
    </Box>
  );
}

function eventTitle({ event, to }: HistoryEntryBody, type: ServedType, say: Say): string {
  const own = type.events?.[event]?.title;
  if (event === "create") return say("record.wasCreated");
  if (event === "update") return say("record.wasUpdated");
  if (event === "undo") return say("record.wasUndone");
  if (event === "delete" && to === null) return say("record.wasDeleted");
  if (event === "erase" || event === "anonymise") return own ?? say("record.wasErased");
  return own ?? say("record.byItself");
}
