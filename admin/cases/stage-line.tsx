import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import { Link as RouterLink } from "react-router";
import type { ServedType } from "../../server/http/api-types.ts";
import { useSay } from "../app/i18n/use-say.ts";
import { useStaffName } from "../app/office/use-office.ts";
import { DueChip } from "../app/parts/due-chip.tsx";
import { StageChip } from "../app/parts/stage-chip.tsx";
import { useSince } from "../app/parts/use-since.ts";
import type { FlatCase } from "./flat-case.ts";
import { useDeadlines } from "./use-deadlines.ts";

/** One line of state under the name of a case: its stage, since when, who follows it, what is due. */
export function StageLine({ type, record }: { readonly type: ServedType; readonly record: FlatCase }) {
  const say = useSay();
  const since = useSince();
  const assignee = useStaffName(record.assigneeId);
  return (
    <Box
      component="span"
      sx={{ display: "inline-flex", flexWrap: "wrap", alignItems: "center", columnGap: 1.5, rowGap: 0.5 }}
    >
      <Link component={RouterLink} to={`/${type.id}`}>
        {type.title}
      </Link>
      <StageChip type={type} stage={record.stage} />
      <span>{since(record.stageSince)}</span>
      {assignee ? <span>{say("cases.followedBy", { name: assignee })}</span> : null}
      {record.dueAt && record.status === "active" ? (
        <NextDeadline type={type} id={record.id} dueAt={record.dueAt} />
      ) : null}
    </Box>
  );
}

interface NextDeadlineProps {
  readonly type: ServedType;
  readonly id: string;
  readonly dueAt: string;
}

/** What happens next by itself, and when. */
function NextDeadline({ type, id, dueAt }: NextDeadlineProps) {
  const say = useSay();
  const { data } = useDeadlines(type.id, id);
  const title = data?.find((deadline) => deadline.dueAt === dueAt)?.title;
  return <DueChip dueAt={dueAt} what={title ?? say("time.deadline")} />;
}
