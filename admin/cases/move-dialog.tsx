import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import { useId } from "react";
import { useGetOne } from "react-admin";
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useType } from "../app/office/use-office.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { visuallyHidden } from "../app/parts/visually-hidden.ts";
import { ActionForm } from "./action-form.tsx";
import type { FlatCase } from "./flat-case.ts";
import type { Move } from "./use-moves.ts";

interface Props extends Move {
  readonly workflow: string;
  readonly onClose: () => void;
}

/** The form of an action that is taken from the board. */
export function MoveDialog({ workflow, card, offer, onClose }: Props) {
  const title = useId();
  const type = useType(workflow);
  const { data: record, error } = useGetOne<FlatCase>(workflow, { id: card.id });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <Box component="h2" id={title} sx={visuallyHidden}>
        {`${offer.title} · ${card.displayName}`}
      </Box>
      <DialogContent sx={{ p: 0 }}>
        <FailureAlert error={error} />
        {record && type ? (
          <ActionForm type={type} record={record} offer={offer} onDone={onClose} onCancel={onClose} />
        ) : null}
        {record || error ? null : <RowsSkeleton rows={3} />}
      </DialogContent>
    </Dialog>
  );
}
