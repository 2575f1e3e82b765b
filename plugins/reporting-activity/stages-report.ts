import type { ReportContribution } from "../../server/plugin-api/index.ts";
import { figure } from "./sentences.ts";

type Sentences = { readonly fr: string; readonly en: string };

interface StagesReport {
  /** The workflow whose open cases are counted. */
  readonly type: string;
  readonly title: Sentences;
  readonly description: Sentences;
  readonly definition: Sentences;
  readonly finding: (count: string, many: boolean) => Sentences;
}

/** How many open cases of a workflow stand in each stage today. */
function stagesReport({ type, title, description, definition, finding }: StagesReport) {
  return {
    title,
    description,
    async run(_params, { records, labels, language, signal }) {
      signal.throwIfAborted();
      const filter = { status: "active" };
      const [groups, titles] = await Promise.all([
        records.aggregate(type, { filter, groupBy: ["stage"] }),
        labels(type, "stage"),
      ]);
      const order = Object.keys(titles);
      const place = (stage: string) => (order.includes(stage) ? order.indexOf(stage) : order.length);
      const counts = groups
        .map(({ group, count }) => ({ stage: String(group[0]), count }))
        .sort((a, b) => place(a.stage) - place(b.stage) || (a.stage < b.stage ? -1 : 1));
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      const figures = title[language];
      return {
        title: title[language],
        columns: [
          { key: "stage", title: language === "fr" ? "Étape" : "Stage", type: "text" },
          { key: "cases", title: figures, type: "number" },
          { key: "share", title: language === "fr" ? "Part" : "Share", type: "percent" },
        ],
        rows: counts.map(({ stage, count }) => ({
          stage: titles[stage] ?? stage,
          cases: count,
          share: count / total,
          drill: { type, filter: { ...filter, stage } },
        })),
        totals: { cases: total },
        chart: {
          type: "bar",
          category: "stage",
          series: [{ key: "cases", title: figures }],
          title: finding(figure(language, total), total > 1)[language],
        },
        definition: definition[language],
      };
    },
  } satisfies ReportContribution;
}

/** Active journeys by stage. */
export const journeysReport = stagesReport({
  type: "seeker-journeys",
  title: { fr: "Parcours en cours", en: "Open journeys" },
  description: {
    fr: "Les parcours ouverts aujourd’hui, par étape.",
    en: "The journeys that are open today, by stage.",
  },
  definition: {
    fr: "Parcours ouverts aujourd’hui, à leur étape actuelle ; la période n’y change rien.",
    en: "Journeys open today, at the stage they are in now; the period changes nothing.",
  },
  finding: (count, many) => ({
    fr: `${count} parcours en cours`,
    en: `${count} open ${many ? "journeys" : "journey"}`,
  }),
});

/** Open recruitments by stage. */
export const recruitmentsReport = stagesReport({
  type: "company-recruitments",
  title: { fr: "Recrutements en cours", en: "Open recruitments" },
  description: {
    fr: "Les recrutements ouverts aujourd’hui, par étape.",
    en: "The recruitments that are open today, by stage.",
  },
  definition: {
    fr: "Recrutements ouverts aujourd’hui, à leur étape actuelle ; la période n’y change rien.",
    en: "Recruitments open today, at the stage they are in now; the period changes nothing.",
  },
  finding: (count, many) => ({
    fr: `${count} ${many ? "recrutements" : "recrutement"} en cours`,
    en: `${count} open ${many ? "recruitments" : "recruitment"}`,
  }),
});
