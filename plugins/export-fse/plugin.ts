import { definePlugin } from "../../server/plugin-api/index.ts";
import { participantsExport } from "./participants-export.ts";

/** Hands over what the European Social Fund asks of the people whom it pays for. */
export const plugin = definePlugin({
  id: "export-fse",
  version: "1.0.0",
  title: { fr: "Export FSE+", en: "ESF+ export" },
  description: {
    fr: "Entrées et sorties d’une période, avec les questions du recueil des participants du FSE+, en CSV.",
    en: "Entries and exits of a period, with the questions of the ESF+ participant questionnaire, as CSV.",
  },
  api: "^1.0.0",
  exporters: { "fse-participants": participantsExport },
});
