import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import type { ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { useStaff } from "../app/office/use-office.ts";
import { StaffName } from "../app/parts/staff-name.tsx";
import { useQuickChange } from "../app/records/use-quick-change.ts";
import type { FlatCase } from "./flat-case.ts";

interface Props {
  readonly type: ServedType;
  readonly record: FlatCase;
  /** This reader cannot change it, or not here. */
  readonly fixed: boolean;
}

/** Who follows the case; changed at once, quietly. */
export function AssigneeSelect({ type, record, fixed }: Props) {
  const say = useSay();
  const { mutate, isPending } = useQuickChange(type.id);
  const staff = useStaff();
  const { assigneeId } = record;
  const isOffered = staff.some(({ id }) => id === assigneeId);
  if (fixed) return <Assignee id={assigneeId} />;
  return (
    <TextField
      select
      size="small"
      label={say("cases.assignee")}
      value={assigneeId ?? ""}
      disabled={isPending}
      onChange={({ target }) =>
        mutate({ record, data: { assigneeId: target.value || null }, said: say("cases.assigned") })
      }
      slotProps={{ select: { displayEmpty: true } }}
    >
      <MenuItem value="">{say("cases.nobody")}</MenuItem>
      {assigneeId && !isOffered ? (
        <MenuItem value={assigneeId} disabled>
          <StaffName id={assigneeId} />
        </MenuItem>
      ) : null}
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
  return (
    <div>
      <Typography variant="caption" component="div" sx={{ color: "text.secondary" }}>
        {say("cases.assignee")}
      </Typography>
      {id ? <StaffName id={id} /> : say("cases.nobody")}
    </div>
  );
}
