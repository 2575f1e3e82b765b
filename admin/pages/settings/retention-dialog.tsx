import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import type { ErasurePlan } from "../../../server/http/api-types.ts";
import { BulkOutcome } from "../../app/bulk/bulk-outcome.tsx";
import { useBulk } from "../../app/bulk/use-bulk.ts";
import { useSayFailure } from "../../app/errors/use-say-failure.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { ErasureLines } from "../../app/records/erasure-lines.tsx";

/** Asks before the rules are applied, once it was read what goes; then tells how far it is. */
export function RetentionDialog({ plan, onClose }: { readonly plan: ErasurePlan; readonly onClose: () => void }) {
  const say = useSay();
  const sayFailure = useSayFailure();
  const [sure, setSure] = useState(false);
  const { progress, run } = useBulk();
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{say("settings.retentionRunTitle")}</DialogTitle>
      <DialogContent>
        {progress ? (
          <BulkOutcome progress={progress} />
        ) : (
          <>
            <ErasureLines title={say("record.eraseGone")} lines={plan.gone} />
            <ErasureLines title={say("record.eraseStays")} lines={plan.stays} />
            <FormControlLabel
              control={<Checkbox checked={sure} onChange={(_, checked) => setSure(checked)} />}
              label={say("record.eraseSure")}
            />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say(progress ? "shell.close" : "form.cancel")}</Button>
        {progress ? null : (
          <Button
            variant="contained"
            color="error"
            disabled={!sure}
            onClick={() => void run("/api/retention/runs", { confirm: true }).catch(sayFailure)}
          >
            {say("settings.retentionRunNow")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
