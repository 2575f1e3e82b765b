import Box from "@mui/material/Box";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { RaRecord } from "react-admin";
import { useApi } from "../app/api/use-api.ts";
import { Awaited } from "../app/errors/awaited.tsx";
import { useSay } from "../app/i18n/use-say.ts";
import { useStaffName, useType } from "../app/office/use-office.ts";
import { DueChip } from "../app/parts/due-chip.tsx";
import { RowsSkeleton } from "../app/parts/skeletons.tsx";
import { InPlaceForm } from "../app/records/in-place-form.tsx";
import { useQuickChange } from "../app/records/use-quick-change.ts";

/** A task as the API answers it. */
export interface Task extends RaRecord {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string | null;
  readonly done?: boolean;
  readonly assigneeId: string | null;
  readonly caseType?: string;
  readonly caseId?: string;
}

/** What is to be done for this case. */
export function CaseTasks({ workflow, id }: { readonly workflow: string; readonly id: string }) {
  const say = useSay();
  const tasks = useType("tasks");
  const { data, error, refetch } = useApi<readonly Task[]>("tasks", `/api/${workflow}/${id}/tasks`);
  if (!data) {
    return (
      <Awaited error={error} onRetry={() => void refetch()}>
        <RowsSkeleton rows={3} />
      </Awaited>
    );
  }
  return (
    <Stack spacing={1.5}>
      {tasks ? (
        <Box>
          <InPlaceForm
            type={tasks}
            words={say("cases.addTask")}
            fields={asked}
            fixed={{ caseType: workflow, caseId: id }}
          />
        </Box>
      ) : null}
      {data.length === 0 ? (
        <Typography sx={{ color: "text.secondary" }}>{say("cases.noTask")}</Typography>
      ) : (
        <TaskList tasks={data} />
      )}
    </Stack>
  );
}

const asked = ["title", "dueOn", "assigneeId", "notes"];

function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  return (
    <Stack component="ul" spacing={0.5} sx={{ listStyle: "none", m: 0, p: 0 }}>
      {tasks.map((task) => (
        <li key={task.id}>
          <TaskLine task={task} />
        </li>
      ))}
    </Stack>
  );
}

/** One task with who is to do it and when it is due. */
function TaskLine({ task }: { readonly task: Task }) {
  const assignee = useStaffName(task.assigneeId);
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: "center", flexWrap: "wrap" }}>
      <TaskTick task={task} />
      {assignee ? (
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {assignee}
        </Typography>
      ) : null}
      {task.dueOn && !task.done ? <DueChip dueAt={task.dueOn} /> : null}
    </Stack>
  );
}

/** The title of a task with its box: ticked off where it stands; ticked again, it comes back. */
export function TaskTick({ task }: { readonly task: Task }) {
  const say = useSay();
  const { mutate, isPending } = useQuickChange("tasks");
  const tick = (done: boolean) =>
    mutate({ record: task, data: { done }, said: say(done ? "cases.taskDone" : "cases.taskBack") });
  return (
    <FormControlLabel
      label={task.title}
      sx={task.done ? { textDecoration: "line-through", color: "text.secondary" } : {}}
      control={<Checkbox checked={task.done ?? false} disabled={isPending} onChange={(_, done) => tick(done)} />}
    />
  );
}
