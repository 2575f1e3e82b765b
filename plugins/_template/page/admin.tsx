import {
  Box,
  DateText,
  EmptyState,
  Link,
  PageHead,
  RouterLink,
  RowsSkeleton,
  Section,
  sentencesOf,
  Typography,
  useApi,
  useLanguage,
} from "../../../admin/plugin-slots/kit.ts";

interface Task {
  readonly id: string;
  readonly title: string;
  readonly dueOn?: string;
}

const sentences = {
  fr: { title: "Template page", tasks: "À faire", none: "Rien à faire", noneWhy: "Toutes les tâches sont faites." },
  en: { title: "Template page", tasks: "To do", none: "Nothing to do", noneWhy: "All tasks are done." },
} as const;

const openTasks = `/api/tasks?${new URLSearchParams({
  filter: '{"done_neq":true}',
  sort: '["dueOn","ASC"]',
  range: "[0,9]",
})}`;

/** Read with the rights of whoever looks, and again when a task changes. */
function OpenTasks() {
  const say = sentences[useLanguage()];
  const { data: tasks, error } = useApi<readonly Task[]>("tasks", openTasks);
  return (
    <>
      <PageHead title={say.title} />
      <Section title={say.tasks}>
        {error ? <Typography>{sentencesOf(error)[0]}</Typography> : null}
        {tasks || error ? null : <RowsSkeleton rows={3} />}
        {tasks?.length === 0 ? <EmptyState title={say.none}>{say.noneWhy}</EmptyState> : null}
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1 }}>
          {tasks?.map(({ id, title, dueOn }) => (
            <li key={id}>
              <Link component={RouterLink} to={`/tasks/${id}`}>
                {title}
              </Link>{" "}
              {dueOn ? <DateText value={dueOn} /> : null}
            </li>
          ))}
        </Box>
      </Section>
    </>
  );
}

export const pages = { "template-page": OpenTasks };
