import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import { type ReactNode, useState } from "react";
import { useNotify } from "react-admin";
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { ConfirmDialog } from "../app/parts/confirm-dialog.tsx";
import { type definitionApi, type StoredDefinition, useDefinitionChange } from "./use-definition.ts";
import type { EditedDefinition } from "./use-edited-definition.ts";

interface Props {
  readonly api: ReturnType<typeof definitionApi>;
  readonly stored: StoredDefinition;
  readonly edited: EditedDefinition;
  /** What can be done about an error. */
  readonly remedy: (error: unknown) => ReactNode;
}

/** Keeps what is written as the draft, or gives the draft up. */
export function DraftButtons({ api, stored, edited, remedy }: Props) {
  const say = useSay();
  const notify = useNotify();
  const [givingUp, setGivingUp] = useState(false);
  const save = useDefinitionChange(api.save);
  const discard = useDefinitionChange(api.discard);
  const { definition, basedOn, changed, forget } = edited;
  const saveDraft = () => {
    if (!definition) return;
    const onSuccess = () => {
      forget();
      notify(say("studio.saved"), { type: "success" });
    };
    save.mutate({ definition, basedOn }, { onSuccess });
  };
  const giveUp = async () => {
    await discard.mutateAsync(undefined);
    forget();
    setGivingUp(false);
  };
  return (
    <>
      {stored.draft && stored.basedOn > 0 ? (
        <Button onClick={() => setGivingUp(true)}>{say("studio.giveUp")}</Button>
      ) : null}
      <Button disabled={!definition || !changed} loading={save.isPending} onClick={saveDraft}>
        {say("studio.save")}
      </Button>
      <ConfirmDialog
        open={givingUp}
        title={say("studio.giveUpTitle")}
        confirmLabel={say("studio.giveUp")}
        danger
        onConfirm={giveUp}
        onClose={() => setGivingUp(false)}
      >
        {say("studio.giveUpText")}
      </ConfirmDialog>
      <Dialog open={save.isError} onClose={save.reset} aria-label={say("studio.save")}>
        <FailureAlert error={save.error} />
        <DialogActions onClick={save.reset}>
          {remedy(save.error)}
          <Button>{say("shell.close")}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
