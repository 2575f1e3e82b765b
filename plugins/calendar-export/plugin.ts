import { definePlugin, Type } from "../../server/plugin-api/index.ts";
import { calendarText, type DayEvent } from "./calendar-lines.ts";

const config = Type.Object({
  mostTasks: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 1000,
    "x-title": { fr: "Tâches au plus", en: "Tasks at most" },
    "x-help": {
      fr: "Un fichier plus long n’a que les premières.",
      en: "A longer file has only the first ones.",
    },
  }),
});

/** The tasks of the office for anybody's own calendar. */
export const plugin = definePlugin({
  id: "calendar-export",
  version: "1.0.0",
  title: { fr: "Calendrier des tâches", en: "Calendar of tasks" },
  description: {
    fr: "Les tâches à faire, dans un fichier que tout agenda sait lire (iCalendar).",
    en: "The tasks to be done, in a file that every calendar reads (iCalendar).",
  },
  api: "^1.1.0",
  config,
  exporters: {
    "calendar-tasks": {
      title: { fr: "Tâches, pour un agenda", en: "Tasks, for a calendar" },
      description: { fr: "Une journée par tâche à faire.", en: "One day for each task to be done." },
      roles: ["admin", "advisor", "reception"],
      async run({ from, to }, { records, language, now, signal, office, config: { mostTasks } }) {
        const filter = { dueOn_gte: from, dueOn_lte: to, done_neq: true };
        const tasks = await records.list("tasks", { filter, sort: ["dueOn", "ASC"], limit: mostTasks });
        signal.throwIfAborted();
        const events = tasks.map(
          ({ id, dueOn, title }): DayEvent => ({ id: String(id), day: String(dueOn), title: String(title ?? "") }),
        );
        const name = language === "fr" ? "Tâches" : "Tasks";
        return {
          name: `${language === "fr" ? "taches" : "tasks"}-${from}.ics`,
          mediaType: "text/calendar; charset=utf-8",
          content: calendarText(`${name} · ${office.name}`, events, now),
        };
      },
    },
  },
});
