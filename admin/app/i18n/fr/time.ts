export const time = {
  late: "En retard de %{smart_count} j",
  dueToday: "Aujourd’hui",
  dueTomorrow: "Demain",
  dueIn: "Dans %{smart_count} j",
};
