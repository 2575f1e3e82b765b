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
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { CasesLeft } from "./cases-left.tsx";
import { Findings } from "./definition-tab.tsx";
import { LiveCasesChoice } from "./live-cases-choice.tsx";
import {
  type CasesChoice,
  type DefinitionKind,
  type definitionApi,
  type PublishChoice,
  useDefinitionChange,
} from "./use-definition.ts";

interface Props {
  readonly kind: DefinitionKind;
  readonly id: string;
  readonly title: string;
  readonly api: ReturnType<typeof definitionApi>;
  /** What would be in force. */
  readonly definition: JsonObject;
  readonly publish: (choice: PublishChoice) => Promise<Partial<PublicationBody>>;
  readonly onPublished?: () => void;
  /** Beside the error, for what can be done about it. */
  readonly remedy?: (error: unknown) => React.ReactNode;
  readonly onClose: () => void;
}

/** Says what publishing will do, to how many cases; errors forbid it, remarks ask to be accepted. */
export function PublishDialog({ kind, id, title, api, definition, publish, onPublished, remedy, onClose }: Props) {
  const say = useSay();
  const notify = useNotify();
  const [accepted, setAccepted] = useState(false);
  const [choice, setChoice] = useState<CasesChoice>({ mapping: {}, timers: {} });
  const { data: answer, error } = useQuery({
    queryKey: ["office", "lint", api.base, definition],
    queryFn: () => api.lint(definition),
  });
  const publishing = useDefinitionChange(publish);
  const blocked = !answer || answer.errors.length > 0 || (answer.warnings.length > 0 && !accepted);
  const go = () =>
    publishing.mutate(
      { acknowledge: accepted, ...choice },
      {
        onSuccess: ({ version = "", cases }) => {
          const { moved = 0, left = [] } = cases ?? {};
          const told = moved > 0 ? say("studio.moved", { smart_count: moved }) : "";
          notify(`${say("studio.published", { version })} ${told}`, { type: "success" });
          onPublished?.();
          if (left.length === 0) onClose();
        },
      },
    );
  if (publishing.data) return <CasesLeft id={id} published={publishing.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>
            {say(kind === "workflow" ? "studio.publishCases" : "studio.publishRecords")}
          </DialogContentText>
          <FailureAlert error={error} />
          {answer ? <Findings answer={answer} /> : null}
          {answer || error ? null : <RowsSkeleton rows={2} />}
          {answer && answer.errors.length === 0 && answer.warnings.length > 0 ? (
            <FormControlLabel
              control={<Switch checked={accepted} onChange={(event) => setAccepted(event.target.checked)} />}
              label={say("studio.publishWarnings")}
            />
          ) : null}
          {kind === "workflow" && answer?.errors.length === 0 ? (
            <LiveCasesChoice id={id} api={api} definition={definition} choice={choice} onChange={setChoice} />
          ) : null}
          <FailureAlert error={publishing.error} action={remedy?.(publishing.error)} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{say("form.cancel")}</Button>
        <Button variant="contained" disabled={blocked} loading={publishing.isPending} onClick={go}>
          {say("studio.publish")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
