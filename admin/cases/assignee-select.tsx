import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useNotify, useUpdate } from "react-admin";
import type { ServedType } from "../../server/http/api-types.ts";
import { sentencesOf } from "../app/api/api-problem.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { useStaff, useStaffName } from "../app/office/use-office.ts";
import type { FlatCase } from "./use-send-event.ts";

/** Who follows the case; changed at once, quietly. */
export function AssigneeSelect({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const say = useSay();
  const notify = useNotify();
  const staff = useStaff();
  const [update, { isPending }] = useUpdate();
  const assign = (assigneeId: string | null) =>
    update(
      type.id,
      { id: record.id, data: { assigneeId }, previousData: record },
      {
        mutationMode: "pessimistic",
        onSuccess: () => notify(say("cases.assigned"), { type: "success" }),
        onError: (error) => notify(sentencesOf(error).join(" "), { type: "error" }),
      },
    );
  if (!type.may.update) return <Assignee id={record.assigneeId} />;
  return (
    <TextField
      select
      size="small"
      label={say("cases.assignee")}
      value={staff.some(({ id }) => id === record.assigneeId) ? record.assigneeId : ""}
      disabled={isPending}
      onChange={(event) => void assign(event.target.value || null)}
      slotProps={{ select: { displayEmpty: true } }}
    >
      <MenuItem value="">{say("cases.nobody")}</MenuItem>
      {staff.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Assignee({ id }: { readonly id: string | null | undefined }) {
  const say = useSay();
  const name = useStaffName(id);
  return (
    <div>
      <Typography variant="caption" component="div" sx={{ color: "text.secondary" }}>
        {say("cases.assignee")}
      </Typography>
      {name ?? say("cases.nobody")}
    </div>
  );
}
