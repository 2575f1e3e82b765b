import { definePlugin, Type } from "../../../server/plugin-api/index.ts";

const config = Type.Object({
  type: Type.String({
    default: "contacts",
    "x-title": { fr: "Fiches écrites", en: "Records written" },
    "x-help": { fr: "L’identifiant d’un type de fiches", en: "The id of a record type" },
  }),
});

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-exporter",
  version: "0.1.0",
  title: { fr: "Template exporter", en: "Template exporter" },
  description: { fr: "Écrit des fiches dans un fichier.", en: "Writes records to a file." },
  api: "^1.3.0",
  config,
  exporters: {
    "template-exporter": {
      title: { fr: "Template exporter", en: "Template exporter" },
      description: { fr: "Une ligne par fiche créée dans la période.", en: "One line for each record of the period." },
      roles: ["admin"],
      offeredIn: "reports",
      async run({ from, to }, { records, signal, language, office: { timeZone }, config: { type } }) {
        const filter = { createdAt_gte: from, createdAt_lte: to };
        const rows: string[][] = [];
        const days = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
        // The records are those that whoever asks may read.
        for await (const batch of records.each(type, filter)) {
          signal.throwIfAborted();
          for (const { createdAt, displayName } of batch)
            rows.push([days.format(new Date(String(createdAt))), String(displayName)]);
        }
        signal.throwIfAborted();
        const columns = language === "fr" ? ["Créée le", "Nom"] : ["Created on", "Name"];
        // Or "….xlsx"; or `content` of a file of any kind; or `print`, a document as PDF.
        return { name: `template-exporter-${from}.csv`, table: { columns, rows } };
      },
    },
  },
});
