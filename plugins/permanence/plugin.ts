import { definePlugin } from "../../server/plugin-api/index.ts";
import { weekCalendar } from "./week-calendar.ts";
import { weekSheet } from "./week-sheet.ts";

const staff = ["admin", "advisor", "reception"];

/** The drop-in session: its calendar, its slots, the queue of the day, the sheet of the week. */
export const plugin = definePlugin({
  id: "permanence",
  version: "1.0.0",
  title: { fr: "Permanence", en: "Drop-in session" },
  description: {
    fr: "L’accueil de la permanence : calendrier, créneaux, arrivées sans rendez-vous, file du jour, feuille de la semaine en PDF et iCal.",
    en: "The front desk of the drop-in session: calendar, slots, walk-ins, the queue of the day, the week’s sheet as PDF and iCal.",
  },
  api: "^1.0.0",
  exporters: { "permanence-sheet": weekSheet, "permanence-calendar": weekCalendar },
  pages: {
    permanence: { title: { fr: "Permanence", en: "Drop-in session" }, path: "/permanence", roles: staff },
  },
  widgets: {
    today: { title: { fr: "Permanence du jour", en: "Today’s drop-in session" }, slot: "my-day", roles: staff },
  },
});
