import type { CallContext, JsonObject, ReportContribution, ReportRow } from "../../server/plugin-api/index.ts";
import type { Period } from "./period.ts";

type Sentences = { readonly fr: string; readonly en: string };

/** From one date to another of the same record, or of one that it refers to. */
interface Delay {
  readonly title: Sentences;
  readonly type: string;
  readonly from: string;
  /** Its day decides which period the record counts in. */
  readonly to: string;
  readonly filter?: JsonObject;
}

const delays: readonly Delay[] = [
  {
    title: { fr: "De l’accueil au diagnostic", en: "From reception to the diagnosis" },
    type: "seeker-journeys",
    from: "openedOn",
    to: "diagnosedOn",
  },
  {
    title: { fr: "Du premier contact au placement", en: "From the first contact to the placement" },
    type: "placements",
    from: "journeyId.openedOn",
    to: "startOn",
    filter: { stage: ["started", "sustained", "ended", "ended-early"] },
  },
  {
    title: { fr: "De la diffusion de l’offre au poste pourvu", en: "From the published offer to the filled position" },
    type: "company-recruitments",
    from: "publishedOn",
    to: "closedOn",
    filter: { stage: "filled" },
  },
];

/** How many days it takes, on average, from one step to another. */
export const delaysReport = {
  title: { fr: "Délais moyens", en: "Average delays" },
  description: {
    fr: "Le nombre moyen de jours d’une étape à l’autre, pour ce qui s’est achevé dans la période.",
    en: "The average number of days from one step to another, for what was completed in the period.",
  },
  async run({ from, to }, context) {
    context.signal.throwIfAborted();
    const { language } = context;
    const rows = await Promise.all(delays.map((delay) => rowOf(delay, { from, to }, context)));
    const placed = rows[1]?.["days"];
    const title = language === "fr" ? "Délais moyens" : "Average delays";
    return {
      title,
      columns: [
        { key: "delay", title: language === "fr" ? "Délai" : "Delay", type: "text" },
        { key: "days", title: language === "fr" ? "Jours en moyenne" : "Days on average", type: "days" },
        { key: "cases", title: language === "fr" ? "Dossiers" : "Cases", type: "number" },
      ],
      rows,
      totals: {},
      chart: {
        type: "bar",
        category: "delay",
        series: [{ key: "days", title: language === "fr" ? "Jours" : "Days" }],
        title: typeof placed === "number" ? finding(Math.round(placed))[language] : title,
      },
      definition:
        language === "fr"
          ? "Jours du calendrier entre les deux dates, en moyenne, pour les dossiers dont la seconde est dans la période."
          : "Calendar days between the two dates, on average, for the cases whose second date lies in the period.",
    };
  },
} satisfies ReportContribution;

async function rowOf(
  { title, type, from, to, filter }: Delay,
  period: Period,
  context: CallContext,
): Promise<ReportRow> {
  const within: JsonObject = {
    ...filter,
    [`${from}_null`]: false,
    [`${to}_gte`]: period.from,
    [`${to}_lte`]: period.to,
  };
  const [all] = await context.records.aggregate(type, { filter: within, groupBy: [], averageDays: { from, to } });
  const days = all?.averageDays ?? null;
  return {
    delay: title[context.language],
    days: days === null ? null : Math.round(days * 10) / 10,
    cases: all?.count ?? 0,
    drill: { type, filter: within },
  };
}

const finding = (days: number): Sentences => ({
  fr: `${days} jours en moyenne du premier contact au placement`,
  en: `${days} days on average from the first contact to the placement`,
});
