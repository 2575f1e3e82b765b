import { definePlugin } from "../../../../../server/plugin-api/index.ts";

/** What the library lends, by state, as a report and on a page of its own. */
export const plugin = definePlugin({
  id: "lending-figures",
  version: "1.0.0",
  title: { fr: "Chiffres du prêt", en: "Lending figures" },
  description: { fr: "Les prêts par état au retour.", en: "Loans by their condition when returned." },
  api: "^1.1.0",
  reports: {
    "loans-by-condition": {
      title: { fr: "Prêts par état", en: "Loans by condition" },
      async run(_params, { records, labels, language, signal }) {
        signal.throwIfAborted();
        const [groups, names] = await Promise.all([
          records.aggregate("loans", { groupBy: ["condition"] }),
          labels("loans", "condition"),
        ]);
        const total = groups.reduce((sum, { count }) => sum + count, 0);
        const say =
          language === "fr"
            ? { condition: "État", loans: "Prêts", none: "En cours", finding: `${total} prêts` }
            : { condition: "Condition", loans: "Loans", none: "Not returned", finding: `${total} loans` };
        return {
          title: say.finding,
          columns: [
            { key: "condition", title: say.condition, type: "text" },
            { key: "loans", title: say.loans, type: "number" },
          ],
          rows: groups.map(({ group: [condition = null], count }) => ({
            condition: condition === null ? say.none : (names[String(condition)] ?? condition),
            loans: count,
            drill: { type: "loans", filter: condition === null ? { condition_null: true } : { condition } },
          })),
          totals: { loans: total },
          definition: say.finding,
        };
      },
    },
  },
  pages: {
    figures: { title: { fr: "Chiffres", en: "Figures" }, path: "/figures", roles: ["librarian"] },
  },
});
