import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useSayFailure } from "../errors/use-say-failure.ts";
import { useSay } from "../i18n/use-say.ts";
import type { BulkDialogProps } from "./bulk-dialog.tsx";
import { BulkOutcome } from "./bulk-outcome.tsx";
import { useBulk } from "./use-bulk.ts";

/** Asks before many are deleted, then tells how far it is and which had to stay. */
export function DeleteManyDialog({ type, several, count, onClose, onDone }: BulkDialogProps) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const { progress, run } = useBulk();
  const finish = () => {
    onClose();
    if (progress && progress.done > 0) onDone?.();
  };
  return (
    <Dialog open onClose={finish} maxWidth="sm" fullWidth>
      <DialogTitle>{say(progress ? "list.deleteOutcome" : "list.deleteTitle", { smart_count: count })}</DialogTitle>
      <DialogContent>{progress ? <BulkOutcome progress={progress} /> : say("list.deleteText")}</DialogContent>
      <DialogActions>
        <Button onClick={finish}>{say(progress ? "shell.close" : "form.cancel")}</Button>
        {progress ? null : (
          <Button
            variant="contained"
            color="error"
            onClick={() => void run(`/api/${type.id}/deletions`, several).catch(sayFailure)}
          >
            {say("record.delete")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
