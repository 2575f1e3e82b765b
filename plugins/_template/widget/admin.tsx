import {
  Box,
  Link,
  type PluginWidgetProps,
  RouterLink,
  Section,
  Typography,
  useApi,
  useLanguage,
  useOffice,
} from "../../../admin/plugin-slots/kit.ts";

interface Task {
  readonly id: string;
  readonly title: string;
}

const sentences = {
  fr: { title: "Template widget", none: "Aucune tâche en retard." },
  en: { title: "Template widget", none: "No task is late." },
} as const;

/** On one's own day, `record` is whoever looks; beside a record or a case, it is that one. */
function LateTasks({ record }: PluginWidgetProps) {
  const say = sentences[useLanguage()];
  const { today } = useOffice();
  const query = new URLSearchParams({
    filter: JSON.stringify({ assigneeId: record.id, done_neq: true, dueOn_lt: today }),
    sort: '["dueOn","ASC"]',
    range: "[0,4]",
  });
  const { data: tasks } = useApi<readonly Task[]>("tasks", `/api/tasks?${query}`);
  if (!tasks) return null;
  return (
    <Section title={say.title}>
      {tasks.length === 0 ? <Typography>{say.none}</Typography> : null}
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
        {tasks.map(({ id, title }) => (
          <li key={id}>
            <Link component={RouterLink} to={`/tasks/${id}`}>
              {title}
            </Link>
          </li>
        ))}
      </Box>
    </Section>
  );
}

export const widgets = { "template-widget": LateTasks };
