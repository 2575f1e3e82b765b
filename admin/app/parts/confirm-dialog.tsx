import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import type { ReactNode } from "react";
import { useSay } from "../i18n/use-say.ts";
import { BusyButton } from "./busy-button.tsx";

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children?: ReactNode;
  /** The verb on the button: what will happen. */
  readonly confirmLabel: string;
  /** It cannot be taken back. */
  readonly danger?: boolean;
  /** Something has to be done in the dialog first. */
  readonly disabled?: boolean;
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
}

/** Asks before something that matters. The dialog stays, waiting, until it is done; where it fails it says so and stays too. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, danger, disabled = false, onConfirm, onClose } = props;
  const say = useSay();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="xs" fullWidth>
      <DialogTitle>{title}</DialogTitle>
      {children ? <DialogContent>{children}</DialogContent> : null}
      <DialogActions>
        <Button onClick={onClose}>{say("form.cancel")}</Button>
        <BusyButton variant="contained" color={danger ? "error" : "primary"} disabled={disabled} onPress={onConfirm}>
          {confirmLabel}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
