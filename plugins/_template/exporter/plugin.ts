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
  api: "^1.1.0",
  config,
  exporters: {
    "template-exporter": {
      title: { fr: "Template exporter", en: "Template exporter" },
      description: { fr: "Une ligne par fiche créée dans la période.", en: "One line for each record of the period." },
      roles: ["admin"],
      offeredIn: "reports",
      async run({ from, to }, { records, signal, config: { type } }) {
        const filter = { createdAt_gte: from, createdAt_lte: `${to}T23:59:59.999Z` };
        // The records are those that whoever asks may read.
        const found = await records.list(type, { filter, sort: ["createdAt", "ASC"] });
        signal.throwIfAborted();
        const lines = found.map(({ createdAt, displayName }) => `${createdAt}\t${displayName}`);
        return {
          name: `template-exporter-${from}.tsv`,
          mediaType: "text/tab-separated-values; charset=utf-8",
          content: `${["createdAt\tdisplayName", ...lines].join("\n")}\n`,
        };
      },
    },
  },
});
