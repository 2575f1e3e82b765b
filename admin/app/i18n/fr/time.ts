export const time = {
  since: "depuis %{age}",
  sinceToday: "depuis aujourd’hui",
  deadline: "Échéance",
  late: "En retard de %{smart_count} j",
  dueToday: "Aujourd’hui",
  dueTomorrow: "Demain",
  dueFarIn: "Dans %{age}",
  dueIn: "Dans %{smart_count} j",
};
