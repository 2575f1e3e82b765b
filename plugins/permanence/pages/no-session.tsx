import { EmptyState, Link, Paper, RouterLink, useType } from "../../../admin/plugin-slots/kit.ts";
import { types } from "../type-names.ts";
import { useSentences } from "./screen-sentences.ts";
import type { WeekData } from "./use-permanence.ts";

/** A day on which nobody is expected: what can be done all the same. */
export function NoSession({ isToday, week }: { readonly isToday: boolean; readonly week: WeekData }) {
  const say = useSentences();
  const type = useType(types.sessions);
  return (
    <Paper variant="outlined">
      <EmptyState
        title={week.sessions.length > 0 ? say.noSession : say.noSessionWeek}
        action={
          type?.may.create ? (
            <Link component={RouterLink} to={`/${types.sessions}/create`}>
              {say.add}
            </Link>
          ) : null
        }
      >
        {isToday ? say.noSessionWhy : say.noSessionPast}
      </EmptyState>
    </Paper>
  );
}
