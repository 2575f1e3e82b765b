import { definePlugin } from "../../../server/plugin-api/index.ts";

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-guard",
  version: "0.1.0",
  title: { fr: "Template guard", en: "Template guard" },
  description: { fr: "Une action n’est possible qu’en semaine.", en: "An action is possible on weekdays only." },
  api: "^1.1.0",
  guards: {
    // In the studio, a transition says `"guard": { "type": "template-guard" }`.
    "template-guard": {
      title: { fr: "En semaine seulement", en: "On weekdays only" },
      evaluate(_params, { today, language }) {
        const day = new Date(`${today}T12:00:00Z`).getUTCDay();
        if (day !== 0 && day !== 6) return { ok: true };
        const message =
          language === "fr" ? "Le service est fermé le week-end." : "The office is closed at the weekend.";
        return { ok: false, reasons: [{ code: "template-guard", message }] };
      },
    },
  },
});
