import EraseIcon from "@mui/icons-material/PersonRemoveOutlined";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify } from "react-admin";
import { useNavigate } from "react-router";
import type { ApiRecord, ErasurePlan, ServedType } from "../../../server/http/api-types.ts";
import { callApi } from "../api/api-client.ts";
import { useApi } from "../api/use-api.ts";
import { Awaited } from "../errors/awaited.tsx";
import { useSay } from "../i18n/use-say.ts";
import { useHasRole } from "../office/use-office.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { RowsSkeleton } from "../parts/skeletons.tsx";
import { ErasureLines } from "./erasure-lines.tsx";

interface EraseRecordProps {
  readonly type: ServedType;
  readonly record: Pick<ApiRecord, "id" | "erasedAt"> & { readonly displayName?: string };
}

/** Lets an administrator erase the person that a record is about, once they have read what goes and what stays. */
export function EraseRecord({ type, record }: EraseRecordProps) {
  const say = useSay();
  const isAdmin = useHasRole("admin");
  const [asking, setAsking] = useState(false);
  if (!type.erasable || !isAdmin || record.erasedAt) return null;
  return (
    <>
      <Button color="error" startIcon={<EraseIcon />} sx={{ mt: 2 }} onClick={() => setAsking(true)}>
        {say("record.erase")}
      </Button>
      {asking ? <EraseDialog type={type} record={record} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function EraseDialog({ type, record, onClose }: EraseRecordProps & { readonly onClose: () => void }) {
  const say = useSay();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const path = `/api/${type.id}/${encodeURIComponent(record.id)}/erase`;
  const { data: plan, error, refetch } = useApi<ErasurePlan>(type.id, path);
  const erase = async () => {
    await callApi(path, { method: "POST", body: { confirm: true } });
    await navigate(`/${type.id}`, { replace: true });
    notify(say("record.erased"), { type: "success" });
    await queries.invalidateQueries();
  };
  return (
    <ConfirmDialog
      open
      danger
      disabled={!plan || !sure}
      title={say("record.eraseTitle", { name: record.displayName ?? type.title })}
      confirmLabel={say("record.eraseNow")}
      onConfirm={erase}
      onClose={onClose}
    >
      {plan ? (
        <>
          <ErasureLines title={say("record.eraseGone")} lines={plan.gone} />
          <ErasureLines title={say("record.eraseStays")} lines={plan.stays} />
          <FormControlLabel
            control={<Checkbox checked={sure} onChange={(_, checked) => setSure(checked)} />}
            label={say("record.eraseSure")}
          />
        </>
      ) : (
        <Awaited error={error} onRetry={() => void refetch()}>
          <RowsSkeleton rows={4} />
        </Awaited>
      )}
    </ConfirmDialog>
  );
}
