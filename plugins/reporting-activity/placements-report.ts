import type {
  AggregateQuery,
  AggregateRow,
  CallContext,
  Json,
  JsonObject,
  Language,
  ReportAnswer,
  ReportContribution,
  ReportRow,
} from "../../server/plugin-api/index.ts";
import { monthsOf, type Period, partOfMonth, periodBefore } from "./period.ts";
import { placementsFinding } from "./placements-finding.ts";
import { say } from "./sentences.ts";

const type = "placements";
/** A placement counts from its start, whatever became of it since; one that never began does not. */
const begun = ["started", "sustained", "ended", "ended-early"];

const dimensions = ["contractType", "month", "district", "counsellor"] as const;
type Dimension = (typeof dimensions)[number];

const dimensionTitles: { readonly [dimension in Dimension]: { readonly fr: string; readonly en: string } } = {
  contractType: { fr: "Type de contrat", en: "Contract type" },
  month: { fr: "Mois", en: "Month" },
  district: { fr: "Quartier", en: "District" },
  counsellor: { fr: "Conseiller ou conseillère", en: "Counsellor" },
};

const groupings: { readonly [dimension in Dimension]: AggregateQuery["groupBy"][number] } = {
  contractType: "contractType",
  month: { field: "startOn", by: "month" },
  district: "district",
  counsellor: "assigneeId",
};

/** People who found work, by contract type, month, district and counsellor, at the day they started. */
export const placementsReport = {
  title: { fr: "Placements", en: "Placements" },
  description: {
    fr: "Les personnes qui ont commencé un emploi dans la période, par type de contrat, mois, quartier et conseiller.",
    en: "People who started a job in the period, by contract type, month, district and counsellor.",
  },
  params: {
    type: "object",
    properties: {
      by: {
        type: "string",
        enum: dimensions,
        "x-title": { fr: "Répartition", en: "Broken down by" },
        "x-labels": dimensionTitles,
      },
    },
  },
  async run({ from, to, by }, context): Promise<ReportAnswer> {
    const { records, language, signal } = context;
    signal.throwIfAborted();
    const period = { from, to };
    const shown = dimensions.filter((dimension) => by === undefined || by === dimension);
    const previous = periodBefore(period);
    const [total, before, older, months, ...sections] = await Promise.all([
      records.count(type, startedIn(period)),
      records.count(type, startedIn(previous)),
      records.count(type, { stage: begun, startOn_lt: previous.from }),
      records.aggregate(type, { filter: startedIn(period), groupBy: [groupings.month] }),
      ...shown.map((dimension) => rowsOf(dimension, period, context)),
    ]);
    const byMonth = new Map(months.map(({ group, count }) => [group[0], count]));
    return {
      title: say(language, { fr: "Placements", en: "Placements" }),
      columns: [
        { key: "dimension", title: say(language, { fr: "Répartition", en: "Broken down by" }), type: "text" },
        { key: "value", title: say(language, { fr: "Valeur", en: "Value" }), type: "text" },
        { key: "placements", title: say(language, { fr: "Placements", en: "Placements" }), type: "number" },
        { key: "share", title: say(language, { fr: "Part", en: "Share" }), type: "percent" },
      ],
      rows: sections.flat().map((row) => ({ ...row, share: total === 0 ? 0 : Number(row["placements"]) / total })),
      totals: { placements: total },
      sections: "dimension",
      chart: {
        type: "bar",
        category: "month",
        series: [{ key: "placements", title: say(language, { fr: "Placements", en: "Placements" }) }],
        rows: monthsOf(period).map((month) => ({
          month,
          placements: byMonth.get(month) ?? 0,
          drill: { type, filter: drillFilter("month", month, period) },
        })),
        // What began within the period before was not there for the whole of it: that comparison would flatter.
        title: placementsFinding({ period, total, before: older > 0 ? before : null }, language),
      },
      definition: say(language, {
        fr: "Placements démarrés dont le premier jour de travail est dans la période, quelle qu’en soit la suite ; ceux qui n’ont pas commencé n’y sont pas.",
        en: "Placements that started and whose first day of work lies in the period, whatever became of them; those that never began are not counted.",
      }),
    };
  },
} satisfies ReportContribution;

function startedIn({ from, to }: Period): JsonObject {
  return { stage: begun, startOn_gte: from, startOn_lte: to };
}

async function rowsOf(dimension: Dimension, period: Period, context: CallContext): Promise<readonly ReportRow[]> {
  const filter = startedIn(period);
  const groups = await context.records.aggregate(type, { filter, groupBy: [groupings[dimension]] });
  const labels = dimension === "month" ? {} : await context.labels(type, String(groupings[dimension]));
  return inOrder(groups, dimension).map(({ group: [value = null], count }) => ({
    dimension: dimensionTitles[dimension][context.language],
    value:
      value === null
        ? unknown[dimension][context.language]
        : titleOf(value, { dimension, labels, language: context.language }),
    placements: count,
    ...(dimension === "counsellor" && { names: true }),
    drill: { type, filter: drillFilter(dimension, value, period) },
  }));
}

/** Months as they pass, the rest with the largest figure first. */
function inOrder(groups: readonly AggregateRow[], dimension: Dimension): readonly AggregateRow[] {
  const key = ({ group }: AggregateRow) => String(group[0] ?? "");
  const byKey = (a: AggregateRow, b: AggregateRow) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
  return [...groups].sort((a, b) => (dimension === "month" ? 0 : b.count - a.count) || byKey(a, b));
}

function drillFilter(dimension: Dimension, value: Json, period: Period): JsonObject {
  if (dimension === "month") return startedIn(partOfMonth(period, String(value)));
  return { ...startedIn(period), [String(groupings[dimension])]: value };
}

const unknown: { readonly [dimension in Dimension]: { readonly fr: string; readonly en: string } } = {
  contractType: { fr: "Contrat non précisé", en: "Contract not given" },
  month: { fr: "Mois inconnu", en: "Month unknown" },
  district: { fr: "Quartier non précisé", en: "District not given" },
  counsellor: { fr: "Personne", en: "Nobody" },
};

function titleOf(
  value: Json,
  told: {
    readonly dimension: Dimension;
    readonly labels: { readonly [value: string]: string };
    readonly language: Language;
  },
): string {
  const text = String(value);
  if (told.dimension !== "month") return told.labels[text] ?? text;
  const locale = told.language === "fr" ? "fr-FR" : "en-GB";
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${text}-01T00:00:00Z`));
}
