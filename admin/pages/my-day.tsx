import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { Navigate, Link as RouterLink } from "react-router";
import { useApi } from "../app/api/use-api.ts";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useOffice, useType } from "../app/office/use-office.ts";
import { DateText } from "../app/parts/date-text.tsx";
import { DueChip } from "../app/parts/due-chip.tsx";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton } from "../app/parts/skeletons.tsx";
import { StageChip } from "../app/parts/stage-chip.tsx";
import { type Task, TaskTick } from "../cases/case-tasks.tsx";

/** The body of `GET /api/my-day`. */
interface MyDay {
  readonly tasks: readonly (Task & { readonly caseName: string | null })[];
  readonly due: readonly CaseLineData[];
  readonly late: readonly CaseLineData[];
}

interface CaseLineData {
  readonly type: string;
  readonly id: string;
  readonly displayName: string;
  readonly stage: string;
  readonly dueAt: string | null;
}

/** What needs this person today. Whoever reads figures alone begins with them. */
export function MyDayPage() {
  const { types, reports } = useOffice();
  return types.length === 0 && reports !== "none" ? <Navigate to="/reports" replace /> : <Day />;
}

function Day() {
  const say = useSay();
  const { user, today } = useOffice();
  const { data, error, refetch } = useApi<MyDay>("tasks", "/api/my-day");
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const quiet = data.tasks.length + data.due.length + data.late.length === 0;
  return (
    <>
      <PageHead title={say("pages.myDay")} line={<DayLine name={user.name} today={today} day={data} />} />
      {quiet ? (
        <Typography sx={{ color: "text.secondary" }}>{say("pages.myDayQuiet")}</Typography>
      ) : (
        <Box
          sx={{
            display: "grid",
            gap: 3,
            gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "repeat(2, minmax(0, 1fr))" },
          }}
        >
          <DayBlock title={say("pages.tasks")} count={data.tasks.length} empty={say("pages.noTasks")}>
            {data.tasks.map((task) => (
              <TaskOfDay key={task.id} task={task} />
            ))}
          </DayBlock>
          <Stack spacing={3}>
            <DayBlock title={say("pages.late")} count={data.late.length} empty={say("pages.noLate")}>
              {data.late.map((line) => (
                <CaseLine key={line.id} line={{ ...line, dueAt: null }} />
              ))}
            </DayBlock>
            <DayBlock title={say("pages.due")} count={data.due.length} empty={say("pages.noDue")}>
              {data.due.map((line) => (
                <CaseLine key={line.id} line={line} />
              ))}
            </DayBlock>
          </Stack>
        </Box>
      )}
    </>
  );
}

function DayLine({ name, today, day }: { readonly name: string; readonly today: string; readonly day: MyDay }) {
  const say = useSay();
  const waiting = day.tasks.length + day.late.length;
  return (
    <>
      {name} · <DateText value={today} /> · {say("pages.myDayWaiting", { smart_count: waiting })}
    </>
  );
}

interface BlockProps {
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  readonly children: ReactNode;
}

function DayBlock({ title, count, empty, children }: BlockProps) {
  const heading = useId();
  return (
    <Paper variant="outlined" component="section" aria-labelledby={heading} sx={{ p: 2 }}>
      <Typography variant="h2" id={heading} sx={{ mb: 1 }}>
        {title} {count > 0 ? `(${count})` : ""}
      </Typography>
      {count === 0 ? (
        <Typography sx={{ color: "text.secondary" }}>{empty}</Typography>
      ) : (
        <Stack component="ul" spacing={0.5} sx={{ listStyle: "none", m: 0, p: 0 }}>
          {children}
        </Stack>
      )}
    </Paper>
  );
}

function TaskOfDay({ task }: { readonly task: MyDay["tasks"][number] }) {
  return (
    <Stack component="li" direction="row" spacing={1.5} sx={{ alignItems: "flex-start" }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TaskTick task={task} />
        {task.caseName && task.caseType && task.caseId ? (
          <Link
            component={RouterLink}
            to={`/${task.caseType}/${task.caseId}`}
            sx={{ display: "block", pl: "33px", mt: "-4px" }}
          >
            {task.caseName}
          </Link>
        ) : null}
      </Box>
      {task.dueOn ? (
        <Box sx={{ pt: 1 }}>
          <DueChip dueAt={task.dueOn} />
        </Box>
      ) : null}
    </Stack>
  );
}

function CaseLine({ line }: { readonly line: CaseLineData }) {
  const type = useType(line.type);
  return (
    <Stack component="li" direction="row" sx={{ alignItems: "center", flexWrap: "wrap", gap: 1, py: 0.5 }}>
      <Link component={RouterLink} to={`/${line.type}/${line.id}`}>
        {line.displayName}
      </Link>
      {type ? <StageChip type={type} stage={line.stage} /> : null}
      {line.dueAt ? <DueChip dueAt={line.dueAt} /> : null}
    </Stack>
  );
}
