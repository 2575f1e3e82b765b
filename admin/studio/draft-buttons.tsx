import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useNotify } from "react-admin";
import { useNavigate } from "react-router";
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
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [givingUp, setGivingUp] = useState(false);
  const [reverting, setReverting] = useState(false);
  const save = useDefinitionChange(api.save);
  const discard = useDefinitionChange(api.discard);
  const { definition, basedOn, changed, forget } = edited;
  /** Nothing of it was ever in force: without its draft there is none. */
  const isNew = stored.basedOn === 0;
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
  const drop = async () => {
    await api.discard();
    navigate("/studio");
    await queries.invalidateQueries({ queryKey: ["office"] });
  };
  return (
    <>
      {changed ? <Button onClick={() => setReverting(true)}>{say("studio.revert")}</Button> : null}
      {stored.draft && !changed ? (
        <Button onClick={() => setGivingUp(true)}>{say(isNew ? "studio.drop" : "studio.giveUp")}</Button>
      ) : null}
      <Button disabled={!definition || !changed} loading={save.isPending} onClick={saveDraft}>
        {say("studio.save")}
      </Button>
      <ConfirmDialog
        open={givingUp}
        title={say(isNew ? "studio.dropTitle" : "studio.giveUpTitle")}
        confirmLabel={say(isNew ? "studio.drop" : "studio.giveUp")}
        danger
        onConfirm={isNew ? drop : giveUp}
        onClose={() => setGivingUp(false)}
      >
        {say(isNew ? "studio.dropText" : "studio.giveUpText")}
      </ConfirmDialog>
      <ConfirmDialog
        open={reverting}
        title={say("studio.revertTitle")}
        confirmLabel={say("studio.revert")}
        danger
        onConfirm={() => {
          forget();
          setReverting(false);
        }}
        onClose={() => setReverting(false)}
      >
        {say("studio.revertText")}
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
