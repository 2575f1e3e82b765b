import type { time as french } from "../fr/time.ts";
import type { Words } from "../words.ts";

export const time: Words<typeof french> = {
  since: "for %{age}",
  sinceToday: "since today",
  deadline: "Deadline",
  late: "%{smart_count} d late",
  dueToday: "Today",
  dueTomorrow: "Tomorrow",
  dueFarIn: "In %{age}",
  dueIn: "In %{smart_count} d",
};
