import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useSayFailure } from "../errors/use-say-failure.ts";
import { useSay } from "../i18n/use-say.ts";
import { AssignMany } from "./assign-many.tsx";
import { BulkOutcome } from "./bulk-outcome.tsx";
import { useBulk } from "./use-bulk.ts";

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  /** What they have, said before, when nobody asked for the dialog. */
  readonly reason?: string;
  readonly onClose: () => void;
}

/** Gives all the open cases and tasks of someone to somebody else, when they are away or leave. */
export function HandOverDialog({ person, reason, onClose }: Props) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const { progress, run } = useBulk();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{say("list.handOverOf", { name: person.name })}</DialogTitle>
      <DialogContent>
        {progress ? (
          <BulkOutcome progress={progress} />
        ) : (
          <>
            {reason ? <Typography sx={{ mb: 1 }}>{reason}</Typography> : null}
            <Typography sx={{ color: "text.secondary" }}>{say("list.handOverText")}</Typography>
            <AssignMany
              without={person.id}
              onAssign={(to) => void run(`/api/staff/${person.id}/hand-over`, { to }).catch(sayFailure)}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say("shell.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
