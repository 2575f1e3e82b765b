import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { WorkflowDefinition } from "../../server/plugin-api/workflow-definition.ts";
import { callApi } from "../app/api/api-client.ts";
import { FailureAlert } from "../app/errors/failure-alert.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { keyOf } from "../schema-ui/key-of.ts";

/** Begins a workflow with two stages and one action: small enough to be read, complete enough to be published. */
export function CreateWorkflowDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState("");
  const id = keyOf(title, "-");
  const create = useMutation({
    mutationFn: () => callApi("/api/workflows", { method: "POST", body: smallest(id, title.trim()) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["office"] });
      navigate(`/studio/${id}`);
    },
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <DialogTitle>{say("studio.newWorkflow")}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField
              autoFocus
              required
              fullWidth
              label={say("studio.name")}
              value={title}
              helperText={id ? say("studio.address", { path: `/${id}` }) : say("studio.nameHelp")}
              onChange={(event) => setTitle(event.target.value)}
            />
            <FailureAlert error={create.error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{say("form.cancel")}</Button>
          <Button type="submit" variant="contained" disabled={!id} loading={create.isPending}>
            {say("studio.create")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function smallest(id: string, title: string): WorkflowDefinition {
  return {
    id,
    title: { fr: title, en: title },
    machine: {
      initial: "open",
      states: {
        open: {
          meta: { title: { fr: "Ouvert", en: "Open" }, color: "blue" },
          on: { CLOSE: { target: "closed", meta: { title: { fr: "Clôturer", en: "Close" } } } },
        },
        closed: { type: "final", meta: { title: { fr: "Clos", en: "Closed" }, color: "slate" } },
      },
    },
  };
}
