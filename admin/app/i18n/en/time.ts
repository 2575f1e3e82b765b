import type { time as french } from "../fr/time.ts";
import type { Words } from "../words.ts";

export const time: Words<typeof french> = {
  late: "%{smart_count} d late",
  dueToday: "Today",
  dueTomorrow: "Tomorrow",
  dueIn: "In %{smart_count} d",
};
