import type { pages as French } from "../fr/pages.ts";
import type { Words } from "../words.ts";

export const pages: Words<typeof French> = {
  myDay: "My day",
  myDayWaiting: "%{smart_count} thing is waiting for you |||| %{smart_count} things are waiting for you",
  myDayQuiet: "Nothing is pressing today: no task, no late case.",
  tasks: "Tasks",
  noTasks: "No task to do.",
  late: "Late",
  noLate: "No late case.",
  due: "Due soon",
  noDue: "Nothing is due within seven days.",
  reports: "Reports",
  reportsLine: "The figures of the activity, each with the cases that it counts.",
  noReports: "No report yet: a plugin brings them, an administrator switches it on.",
  counted: "What is counted:",
  exports: "Export",
  period: "Period",
  months: "%{smart_count} month |||| %{smart_count} months",
  thisYear: "This year",
  from: "From",
  to: "To",
  noFigures: "No figure for this period: widen it.",
  pluginFailed: 'The plugin "%{plugin}" could not show this part. The rest of the page works; tell an administrator.',
};
