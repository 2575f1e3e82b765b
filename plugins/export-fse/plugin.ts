import { definePlugin, type JsonObject } from "../../server/plugin-api/index.ts";
import { answerTo, questions } from "./answer-to.ts";

/** Hands over what the European Social Fund asks of the people whom it pays for: a line for each who entered or left. */
export const plugin = definePlugin({
  id: "export-fse",
  version: "1.1.0",
  title: { fr: "Export FSE+", en: "ESF+ export" },
  description: {
    fr: "Entrées et sorties d’une période, avec les questions du recueil des participants du FSE+, en CSV.",
    en: "Entries and exits of a period, with the questions of the ESF+ participant questionnaire, as CSV.",
  },
  api: "^1.3.0",
  exporters: {
    "fse-participants": {
      title: { fr: "Participants FSE+ (entrées et sorties)", en: "ESF+ participants (entries and exits)" },
      description: {
        fr: "Qui est entré ou sorti dans la période, avec les questions du FSE+, pour un tableur.",
        en: "Who entered or left in the period, with the questions of the ESF+, for a spreadsheet.",
      },
      roles: ["admin", "advisor"],
      offeredIn: "reports",
      async run({ from, to }, { records, signal }) {
        signal.throwIfAborted();
        const opened = await byId(records.each("seeker-journeys", { openedOn_gte: from, openedOn_lte: to }));
        const closed = await byId(records.each("seeker-journeys", { closedOn_gte: from, closedOn_lte: to }));
        const journeys = [...new Map([...opened, ...closed]).values()];
        const ids = journeys.flatMap(({ seekerId = null }) => (seekerId === null ? [] : [seekerId]));
        const people = await byId(records.each("seekers", { id: ids }));
        const participants = journeys
          .map((journey) => ({ journey, person: people.get(journey["seekerId"]) ?? {} }))
          .sort((one, other) => String(one.journey["openedOn"]).localeCompare(String(other.journey["openedOn"])));
        const rows = participants.map((one) => questions.map((question) => answerTo(question, one)));
        // For a French authority, whoever asks for it.
        const table = { columns: questions.map(({ title }) => title), rows, language: "fr" } as const;
        return { name: `participants-fse-${from}-${to}.csv`, table };
      },
    },
  },
});

async function byId(batches: AsyncIterable<readonly JsonObject[]>) {
  const all = new Map<unknown, JsonObject>();
  for await (const batch of batches) for (const record of batch) all.set(record["id"], record);
  return all;
}
