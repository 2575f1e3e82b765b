import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import Button from "@mui/material/Button";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDataProvider, useNotify } from "react-admin";
import { useNavigate } from "react-router";
import type { ApiRecord, ServedType } from "../../../server/http/api-types.ts";
import { useSay } from "../i18n/use-say.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";

interface DeleteRecordProps {
  readonly type: ServedType;
  readonly record: ApiRecord;
}

/** Deletes a record after asking; says so when something still refers to it. */
export function DeleteRecord({ type, record }: DeleteRecordProps) {
  const say = useSay();
  const notify = useNotify();
  const navigate = useNavigate();
  const office = useDataProvider();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await office.delete(type.id, { id: record.id, previousData: record });
    await navigate(`/${type.id}`, { replace: true });
    notify(say("record.deleted", { name: record.displayName }), { type: "success" });
    await queries.invalidateQueries({ queryKey: [type.id, "getList"] });
  };
  return (
    <>
      <Button color="error" startIcon={<DeleteIcon />} sx={{ mt: 2 }} onClick={() => setAsking(true)}>
        {say("record.delete")}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={say("record.deleteTitle", { name: record.displayName })}
        confirmLabel={say("record.delete")}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        {say("record.deleteText")}
      </ConfirmDialog>
    </>
  );
}
