import { definePlugin, Type } from "../../../server/plugin-api/index.ts";

const config = Type.Object({
  type: Type.String({
    default: "contacts",
    "x-title": { fr: "Fiches comptées", en: "Records counted" },
    "x-help": { fr: "L’identifiant d’un type de fiches", en: "The id of a record type" },
  }),
  field: Type.String({ default: "medium", "x-title": { fr: "Réparties par", en: "Grouped by" } }),
});

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-report",
  version: "0.1.0",
  title: { fr: "Template report", en: "Template report" },
  description: { fr: "Compte des fiches selon un champ.", en: "Counts records by a field." },
  api: "^1.1.0",
  config,
  reports: {
    "template-report": {
      title: { fr: "Template report", en: "Template report" },
      async run(_params, { records, labels, language, signal, config: { type, field } }) {
        signal.throwIfAborted();
        const [groups, names] = await Promise.all([records.aggregate(type, { groupBy: [field] }), labels(type, field)]);
        const total = groups.reduce((sum, { count }) => sum + count, 0);
        const words =
          language === "fr"
            ? { group: "Valeur", count: "Fiches", finding: `${total} fiches`, definition: "Toutes les fiches." }
            : { group: "Value", count: "Records", finding: `${total} records`, definition: "All records." };
        return {
          title: words.finding,
          columns: [
            { key: "group", title: words.group, type: "text" },
            { key: "count", title: words.count, type: "number" },
          ],
          // A figure lists exactly the records that it counts.
          rows: groups.map(({ group: [value = null], count }) => ({
            group: names[String(value)] ?? value ?? "–",
            count,
            drill: { type, filter: value === null ? { [`${field}_null`]: true } : { [field]: value } },
          })),
          totals: { count: total },
          chart: {
            type: "bar",
            category: "group",
            series: [{ key: "count", title: words.count }],
            title: words.finding,
          },
          definition: words.definition,
        };
      },
    },
  },
});
