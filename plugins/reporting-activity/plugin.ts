import { definePlugin } from "../../server/plugin-api/index.ts";
import { delaysReport } from "./delays-report.ts";
import { placementsReport } from "./placements-report.ts";
import { journeysReport, recruitmentsReport } from "./stages-report.ts";

/** What the office reports of its activity to its officials and to itself. */
export const plugin = definePlugin({
  id: "reporting-activity",
  version: "1.0.0",
  title: { fr: "Rapports d’activité", en: "Activity reports" },
  description: {
    fr: "Placements, parcours et recrutements en cours, délais moyens : les chiffres que le service présente.",
    en: "Placements, open journeys and recruitments, average delays: the figures that the office presents.",
  },
  api: "^1.0.0",
  /** What reports count by is read once for all days, so that any day will do. */
  async prepare(context) {
    const params = { from: context.today, to: context.today };
    for (const { run } of [placementsReport, journeysReport, recruitmentsReport]) await run(params, context);
  },
  reports: {
    placements: placementsReport,
    journeys: journeysReport,
    recruitments: recruitmentsReport,
    delays: delaysReport,
  },
});
