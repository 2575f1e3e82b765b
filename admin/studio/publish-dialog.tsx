import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import FormControlLabel from "@mui/material/FormControlLabel";
import Stack from "@mui/material/Stack";
import Switch from "@mui/material/Switch";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import type { PublicationBody } from "../../server/http/api-types.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { sentencesOf } from "../app/api/api-problem.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { Findings } from "./definition-tab.tsx";
import { LiveCasesChoice } from "./live-cases-choice.tsx";
import { type DefinitionKind, type definitionApi, type PublishChoice, useDefinitionChange } from "./use-definition.ts";

interface Props {
  readonly kind: DefinitionKind;
  readonly api: ReturnType<typeof definitionApi>;
  readonly definition: JsonObject;
  readonly onClose: () => void;
}

/** Says what publishing will do; errors forbid it, remarks ask to be accepted. */
export function PublishDialog({ kind, api, definition, onClose }: Props) {
  const say = useSay();
  const notify = useNotify();
  const [accepted, setAccepted] = useState(false);
  const [mapping, setMapping] = useState<PublishChoice["mapping"]>({});
  const { data: answer } = useQuery({
    queryKey: ["office", "lint", api.base, definition],
    queryFn: () => api.lint(definition),
  });
  const publish = useDefinitionChange((choice: PublishChoice) => api.publish(definition, choice));
  const blocked = !answer || answer.errors.length > 0 || (answer.warnings.length > 0 && !accepted);
  const go = () =>
    publish.mutate(
      { acknowledge: accepted, mapping },
      {
        onSuccess: (published) => {
          const { version = "", cases } = published as Partial<PublicationBody>;
          const moved =
            cases && cases.moved + cases.left.length > 0
              ? say("studio.moved", { moved: cases.moved, left: cases.left.length })
              : "";
          notify(`${say("studio.published", { version })} ${moved}`, { type: "success" });
          onClose();
        },
      },
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{say("studio.publishTitle")}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {say(kind === "workflow" ? "studio.publishCases" : "studio.publishRecords")}
          </DialogContentText>
          {answer ? <Findings answer={answer} /> : <RowsSkeleton rows={2} />}
          {answer && answer.errors.length === 0 && answer.warnings.length > 0 ? (
            <FormControlLabel
              control={<Switch checked={accepted} onChange={(event) => setAccepted(event.target.checked)} />}
              label={say("studio.publishWarnings")}
            />
          ) : null}
          {kind === "workflow" && answer?.errors.length === 0 ? (
            <LiveCasesChoice api={api} definition={definition} mapping={mapping} onChange={setMapping} />
          ) : null}
          {publish.error ? <Alert severity="error">{sentencesOf(publish.error).join(" ")}</Alert> : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say("cases.cancel")}</Button>
        <Button variant="contained" disabled={blocked} loading={publish.isPending} onClick={go}>
          {say("studio.publish")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
