import { addDays, after, type Day, weekday } from "./office-days.ts";
import type { Hands } from "./story.ts";
import { idOf, type Telling } from "./telling.ts";

/** At most so many tasks are left from one week to the next. */
const batch = 200;

/** Tells how the counsellors, every Monday, tick off what was to be done in the weeks before. */
export function tellTasks({ story, begins, today, staff }: Telling): void {
  const tidy = async (hands: Hands, counsellor: string, until: Day) => {
    const filter = { assigneeId: counsellor, done_neq: true, dueOn_lte: until };
    const tasks = await hands.list("tasks", { filter, limit: batch });
    await Promise.all(tasks.map((task) => hands.update("tasks", idOf(task), { done: true })));
  };
  for (let day = mondayAfter(begins); day <= addDays(today, -6); day = addDays(day, 7)) {
    for (const counsellor of staff.counsellors) {
      const until = addDays(day, -2);
      story.tell({
        day: after(day, 0),
        thread: `tasks ${counsellor}`,
        who: counsellor,
        act: (hands) => tidy(hands, counsellor, until),
      });
    }
  }
}

function mondayAfter(day: Day): Day {
  return addDays(day, 8 - weekday(day));
}
