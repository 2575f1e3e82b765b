import { definePlugin, type JsonObject, type Match, Type } from "../../../server/plugin-api/index.ts";

const config = Type.Object({
  field: Type.String({
    default: "territory",
    "x-title": { fr: "Champ comparé", en: "Field compared" },
    "x-help": {
      fr: "Ses mots sont comparés à ceux de la fiche",
      en: "Its words are compared with those of the record",
    },
  }),
});

const wordsOf = (record: JsonObject, field: string) =>
  new Set(
    String(record[field] ?? "")
      .toLowerCase()
      .match(/\p{L}+/gu),
  );

/** Write here what it is for. */
export const plugin = definePlugin({
  id: "template-matcher",
  version: "0.1.0",
  title: { fr: "Template matcher", en: "Template matcher" },
  description: { fr: "Propose les organismes du même territoire.", en: "Proposes the bodies of the same territory." },
  api: "^1.1.0",
  config,
  matchers: {
    "template-matcher": {
      title: { fr: "Template matcher", en: "Template matcher" },
      for: "partners",
      candidates: "partners",
      async match(record, { limit }, { records, signal, language, config: { field } }) {
        const wanted = wordsOf(record, field);
        const matches: Match[] = [];
        for await (const batch of records.each("partners")) {
          signal.throwIfAborted();
          for (const candidate of batch) {
            const common = [...wordsOf(candidate, field)].filter((word) => wanted.has(word));
            if (candidate["id"] === record["id"] || common.length === 0) continue;
            const score = common.length / wanted.size;
            const message = `${language === "fr" ? "En commun" : "In common"} : ${common.join(", ")}`;
            // The weights of the reasons add up to the score.
            matches.push({
              id: String(candidate["id"]),
              score,
              reasons: [{ code: "common-words", message, weight: score }],
              blockers: [],
            });
          }
        }
        signal.throwIfAborted();
        return matches.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
      },
    },
  },
});
