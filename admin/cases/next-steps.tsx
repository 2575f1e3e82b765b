import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Collapse from "@mui/material/Collapse";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { useId, useRef, useState } from "react";
import { Link as RouterLink } from "react-router";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { undoEvent } from "../../server/engine/execution/undo-event.ts";
import type { ServedType } from "../../server/http/api-types.ts";
import type { Reason } from "../../server/plugin-api/reason.ts";
import { useApi } from "../app/api/use-api.ts";
import { Awaited } from "../app/errors/awaited.tsx";
import { unbroken } from "../app/i18n/unbroken.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { ActionForm } from "./action-form.tsx";
import { BlockedButton } from "./blocked-button.tsx";
import type { FlatCase } from "./flat-case.ts";

interface Props {
  readonly type: ServedType;
  readonly record: FlatCase;
  /** An action to open at once, when the page was reached from a board or a link. */
  readonly opened?: string | null;
}

/** What can be done with the case now, the usual step first; what is blocked says why, and what would unblock it. */
export function NextSteps({ type, record, opened = null }: Props) {
  const say = useSay();
  const path = `/api/${type.id}/${record.id}/actions`;
  const { data, error, refetch } = useApi<readonly ActionOffer[]>(type.id, path);
  const [open, setOpen] = useState<string | null>(opened);
  const heading = useId();
  const allowed = data && inOrder(data.filter((each) => each.allowed));
  const offer = useKept(
    allowed?.find(({ event }) => event === open),
    open,
  );
  const close = () => {
    document.getElementById(`${heading}-${open}`)?.focus();
    setOpen(null);
  };
  if (!data || !allowed) {
    return (
      <Awaited error={error} onRetry={() => void refetch()}>
        <RowsSkeleton rows={3} />
      </Awaited>
    );
  }
  return (
    <Stack component="section" aria-labelledby={heading} spacing={2}>
      <Typography variant="h2" id={heading}>
        {say("cases.nextSteps")}
      </Typography>
      {allowed.length === 0 ? (
        <Typography sx={{ color: "text.secondary" }}>{say("cases.noNextStep")}</Typography>
      ) : null}
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1 }}>
        {allowed.map((step) => (
          <Button
            key={step.event}
            id={`${heading}-${step.event}`}
            variant={lookOf(step, offer !== undefined)}
            aria-expanded={step.event === open}
            onClick={() => setOpen(step.event === open ? null : step.event)}
          >
            {step.title}
          </Button>
        ))}
      </Box>
      {offer ? (
        <ActionForm key={offer.event} type={type} record={record} offer={offer} onDone={close} onCancel={close} />
      ) : null}
      <BlockedSteps offers={data.filter((each) => !each.allowed)} onOpen={setOpen} />
    </Stack>
  );
}

/** One filled button at most; what only takes back the last step is quiet. */
function lookOf(step: ActionOffer, isOneOpen: boolean) {
  if (step.event === undoEvent) return "text";
  return step.primary && !isOneOpen ? "contained" : "outlined";
}

/** The opened action stays, with what was typed in it, when somebody else moves the case: sending it tells who did. */
function useKept(offer: ActionOffer | undefined, open: string | null): ActionOffer | undefined {
  const kept = useRef<ActionOffer | undefined>(undefined);
  if (offer) kept.current = offer;
  return open !== null && kept.current?.event === open ? kept.current : undefined;
}

function inOrder(offers: readonly ActionOffer[]): readonly ActionOffer[] {
  return [...offers].sort((a, b) => Number(b.primary ?? false) - Number(a.primary ?? false));
}

const shownAtOnce = 2;

interface BlockedStepsProps {
  readonly offers: readonly ActionOffer[];
  /** Opens another step, which would unblock one of these. */
  readonly onOpen: (event: string) => void;
}

function BlockedSteps({ offers, onOpen }: BlockedStepsProps) {
  const say = useSay();
  const [all, setAll] = useState(false);
  if (offers.length === 0) return null;
  const rest = offers.slice(shownAtOnce);
  return (
    <Stack spacing={1}>
      {offers.slice(0, shownAtOnce).map((offer) => (
        <BlockedStep key={offer.event} offer={offer} onOpen={onOpen} />
      ))}
      <Collapse in={all} unmountOnExit>
        <Stack spacing={1}>
          {rest.map((offer) => (
            <BlockedStep key={offer.event} offer={offer} onOpen={onOpen} />
          ))}
        </Stack>
      </Collapse>
      {rest.length > 0 ? (
        <Box>
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? say("cases.blockedLess") : say("cases.blockedMore", { smart_count: rest.length })}
          </Button>
        </Box>
      ) : null}
    </Stack>
  );
}

/** What cannot be done now, with its reasons under it, which are its description for a screen reader. */
function BlockedStep({ offer, onOpen }: { readonly offer: ActionOffer; readonly onOpen: (event: string) => void }) {
  const id = useId();
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: 1.5 }}>
      <BlockedButton title={offer.title} reason={id} />
      <Typography id={id} variant="body2" component="div" sx={{ color: "text.secondary" }}>
        {offer.reasons.map((reason) => (
          <div key={`${reason.code} ${reason.message}`}>
            {unbroken(reason.message)} {reason.unblock ? <Unblock {...reason.unblock} onOpen={onOpen} /> : null}
          </div>
        ))}
      </Typography>
    </Box>
  );
}

type UnblockProps = NonNullable<Reason["unblock"]> & Pick<BlockedStepsProps, "onOpen">;

/** The way out: a page to go to, or a step to take before. */
function Unblock({ title, path, event, onOpen }: UnblockProps) {
  if (path) {
    return (
      <Link component={RouterLink} to={path} underline="always">
        {title}
      </Link>
    );
  }
  if (!event) return null;
  return (
    <Link component="button" type="button" variant="body2" underline="always" onClick={() => onOpen(event)}>
      {title}
    </Link>
  );
}
