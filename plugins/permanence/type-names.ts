/** The types of the office that this plugin works with, and the stages of a visit. */
export const types = { sessions: "permanences", visits: "visits", people: "seekers" } as const;

/** Where a visit may stand, by the words of this plugin. */
export const stages = {
  booked: "booked",
  waiting: "waiting",
  received: "with-advisor",
  done: "done",
  absent: "no-show",
  left: "left",
} as const;

/** Stages whose visit has not taken, or has given back, its slot. */
export const freeing: readonly string[] = ["excused", "cancelled"];

const open: readonly string[] = [stages.waiting, stages.received, stages.booked];

/** Whether somebody is still to come, waits, or is being received. */
export const isOpen = (stage: string): boolean => open.includes(stage);
