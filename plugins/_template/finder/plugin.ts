import { definePlugin, type JsonObject } from "../../../server/plugin-api/index.ts";

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-finder",
  version: "0.1.0",
  title: { fr: "Template finder", en: "Template finder" },
  description: {
    fr: "Trouve une fiche par n’importe quelle partie de ce qu’elle dit.",
    en: "Finds a record by any part of what it says.",
  },
  api: "^1.1.0",
  finders: {
    "template-finder": {
      title: { fr: "Template finder", en: "Template finder" },
      // The type whose lists it answers, wherever something is typed and no order is asked for.
      type: "contacts",
      async find(text, { limit }, { records, signal }) {
        const wanted = folded(text).trim();
        const ids: string[] = [];
        if (wanted === "") return ids;
        for await (const batch of records.each("contacts")) {
          signal.throwIfAborted();
          for (const record of batch) if (saysOf(record).includes(wanted)) ids.push(String(record["id"]));
          if (ids.length >= limit) break;
        }
        signal.throwIfAborted();
        return ids.slice(0, limit);
      },
    },
  },
});

const saysOf = (record: JsonObject) =>
  folded(
    Object.values(record)
      .filter((value) => typeof value === "string")
      .join(" "),
  );

/** Without capitals and accents. */
const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
