import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import { useEffect, useId, useRef } from "react";
import { useGetOne, useNotify } from "react-admin";
import type { ActionOffer } from "../../server/engine/execution/decision.ts";
import { sentencesOf } from "../app/api/api-problem.ts";
import { useType } from "../app/office/use-office.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { visuallyHidden } from "../app/parts/visually-hidden.ts";
import { ActionForm } from "./action-form.tsx";
import type { BoardCardData } from "./board-data.ts";
import { type FlatCase, useSendEvent } from "./use-send-event.ts";

interface Props {
  readonly workflow: string;
  readonly card: BoardCardData;
  readonly offer: ActionOffer;
  readonly onClose: () => void;
}

/** Takes an action from the board: at once when it asks nothing, with its form when it does. */
export function MoveDialog({ workflow, card, offer, onClose }: Props) {
  return offer.form || offer.confirm ? (
    <AskingMove workflow={workflow} card={card} offer={offer} onClose={onClose} />
  ) : (
    <PlainMove workflow={workflow} card={card} offer={offer} onClose={onClose} />
  );
}

function PlainMove({ workflow, card, offer, onClose }: Props) {
  const notify = useNotify();
  const { mutate } = useSendEvent(workflow);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    mutate(
      { id: card.id, event: offer.event, title: offer.title, version: card.version },
      { onError: (error) => notify(sentencesOf(error).join(" "), { type: "error" }), onSettled: onClose },
    );
  }, [mutate, notify, onClose, card, offer]);
  return null;
}

function AskingMove({ workflow, card, offer, onClose }: Props) {
  const title = useId();
  const type = useType(workflow);
  const { data: record } = useGetOne<FlatCase>(workflow, { id: card.id });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <Box component="h2" id={title} sx={visuallyHidden}>
        {`${offer.title} · ${card.displayName}`}
      </Box>
      <DialogContent sx={{ p: 0 }}>
        {record && type ? (
          <ActionForm type={type} record={record} offer={offer} onDone={onClose} onCancel={onClose} />
        ) : (
          <RowsSkeleton rows={3} />
        )}
      </DialogContent>
    </Dialog>
  );
}
