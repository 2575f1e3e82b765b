import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { type ReactNode, useId } from "react";
import { Navigate, Link as RouterLink } from "react-router";
import type { BlockedCase, DayTask, MyDayBody } from "../../server/http/api-types.ts";
import { useApi } from "../app/api/use-api.ts";
import { Awaited } from "../app/errors/awaited.tsx";
import { FailurePage } from "../app/errors/failure-page.tsx";
import { leavesNothing, StaleNotice } from "../app/errors/stale-notice.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useOffice, useType } from "../app/office/use-office.ts";
import { DateText } from "../app/parts/date-text.tsx";
import { DueChip } from "../app/parts/due-chip.tsx";
import { PageHead } from "../app/parts/page-head.tsx";
import { PageSkeleton, RowsSkeleton } from "../app/parts/skeletons.tsx";
import { StageChip } from "../app/parts/stage-chip.tsx";
import { firstPlace, isOfTheOffice } from "../app/shell/navigation.ts";
import { TaskTick } from "../cases/case-tasks.tsx";
import { DayWidgets } from "../plugin-slots/widgets.tsx";
import { FirstSteps } from "./first-steps.tsx";

/** What needs this person today. Whoever is not of the office begins with what they come for. */
export function MyDayPage() {
  const office = useOffice();
  const first = isOfTheOffice(office) ? undefined : firstPlace(office);
  return first ? <Navigate to={first.path} replace /> : <Day />;
}

function Day() {
  const say = useSay();
  const { user, today } = useOffice();
  const { data, error, refetch } = useApi<MyDayBody>("tasks", "/api/my-day");
  if (leavesNothing(error, data)) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  // Those who follow no case, such as the front desk, are not told so three times.
  const quiet = data.late.length + data.due.length === 0;
  const tasks = <Tasks tasks={data.tasks} />;
  return (
    <>
      <PageHead title={say("pages.myDay")} line={<DayLine name={user.name} today={today} day={data} />} />
      <StaleNotice error={error} onRetry={() => void refetch()} />
      <Box
        sx={{
          display: "grid",
          gap: 3,
          alignItems: "start",
          gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "repeat(2, minmax(0, 1fr))" },
        }}
      >
        <Stack spacing={3}>
          <FirstSteps />
          <DayWidgets slot="my-day" />
          {quiet ? null : tasks}
        </Stack>
        <Stack spacing={3}>
          {quiet ? (
            tasks
          ) : (
            <DayBlock title={say("pages.late")} count={data.late.length} empty={say("pages.noLate")}>
              {data.late.map((line) => (
                <CaseLine key={line.id} line={line} dueAt={line.lateSince} why={line.lateFor} />
              ))}
            </DayBlock>
          )}
          <Blocked quiet={quiet} />
          <DayWidgets slot="my-day-aside" />
          {quiet ? null : (
            <DayBlock title={say("pages.due")} count={data.due.length} empty={say("pages.noDue")}>
              {data.due.map((line) => (
                <CaseLine key={line.id} line={line} dueAt={line.dueAt} />
              ))}
            </DayBlock>
          )}
        </Stack>
      </Box>
    </>
  );
}

function DayLine({ name, today, day }: { readonly name: string; readonly today: string; readonly day: MyDayBody }) {
  const say = useSay();
  const waiting = day.tasks.length + day.late.length;
  return (
    <span>
      {name} · <DateText value={today} />
      {waiting > 0 ? ` · ${say("pages.myDayWaiting", { smart_count: waiting })}` : null}
    </span>
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

/** The cases whose usual next step a rule blocks, with the reason; asked for apart, because each is explained. */
function Blocked({ quiet }: { readonly quiet: boolean }) {
  const say = useSay();
  const { data, error, refetch } = useApi<readonly BlockedCase[]>("tasks", "/api/my-day/blocked");
  if (!data) {
    return (
      <Awaited error={error} onRetry={() => void refetch()}>
        {quiet ? null : <RowsSkeleton rows={3} />}
      </Awaited>
    );
  }
  if (quiet && data.length === 0) return null;
  return (
    <DayBlock title={say("pages.blocked")} count={data.length} empty={say("pages.noBlocked")}>
      {data.map((line) => (
        <CaseLine key={line.id} line={line} why={`${line.action}${say("form.colon")}${line.reason}`} />
      ))}
    </DayBlock>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly DayTask[] }) {
  const say = useSay();
  return (
    <DayBlock title={say("pages.tasks")} count={tasks.length} empty={say("pages.noTasks")}>
      {tasks.map((task) => (
        <TaskOfDay key={task.id} task={task} />
      ))}
    </DayBlock>
  );
}

function TaskOfDay({ task }: { readonly task: DayTask }) {
  return (
    <Stack component="li" direction="row" spacing={1.5} sx={{ alignItems: "flex-start" }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TaskTick task={{ ...task, done: task["done"] === true }} />
        {task.caseName ? (
          <Link
            component={RouterLink}
            to={`/${task["caseType"]}/${task["caseId"]}`}
            sx={{ display: "block", pl: "27px", mt: "-4px" }}
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

interface CaseLineProps {
  readonly line: { readonly type: string; readonly id: string; readonly displayName: string; readonly stage: string };
  readonly dueAt?: string | null;
  /** Why it stands here, in a sentence. */
  readonly why?: string;
}

function CaseLine({ line, dueAt = null, why }: CaseLineProps) {
  const type = useType(line.type);
  return (
    <Box component="li" sx={{ py: 0.5 }}>
      <Stack direction="row" sx={{ alignItems: "center", flexWrap: "wrap", gap: 1 }}>
        <Link component={RouterLink} to={`/${line.type}/${line.id}`}>
          {line.displayName}
        </Link>
        {type ? <StageChip type={type} stage={line.stage} /> : null}
        {dueAt ? <DueChip dueAt={dueAt} /> : null}
      </Stack>
      {why ? <Typography sx={{ color: "text.secondary" }}>{why}</Typography> : null}
    </Box>
  );
}
