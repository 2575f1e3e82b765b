import type { ExporterContribution, JsonObject, ReaderRecords } from "../../server/plugin-api/index.ts";
import { questions } from "./questions.ts";

/** A line for each journey that was opened or closed in the period, with the answers at entry and at exit. */
export const participantsExport: ExporterContribution = {
  title: { fr: "Participants FSE+ (entrées et sorties)", en: "ESF+ participants (entries and exits)" },
  description: {
    fr: "Qui est entré ou sorti dans la période, avec les questions du FSE+, pour un tableur.",
    en: "Who entered or left in the period, with the questions of the ESF+, for a spreadsheet.",
  },
  roles: ["admin", "advisor"],
  offeredIn: "reports",
  async run({ from, to }, { records, signal }) {
    signal.throwIfAborted();
    const opened = await allOf(records, "seeker-journeys", { openedOn_gte: from, openedOn_lte: to });
    const closed = await allOf(records, "seeker-journeys", { closedOn_gte: from, closedOn_lte: to });
    const journeys = new Map([...opened, ...closed].map((journey) => [journey["id"], journey]));
    const ids = [...journeys.values()].flatMap(({ seekerId = null }) => (seekerId === null ? [] : [seekerId]));
    const people = new Map((await allOf(records, "seekers", { id: ids })).map((person) => [person["id"], person]));
    const participants = [...journeys.values()]
      .map((journey) => ({ journey, person: people.get(journey["seekerId"]) ?? {} }))
      .sort((one, other) => String(one.journey["openedOn"]).localeCompare(String(other.journey["openedOn"])));
    const lines = participants.map((one) => questions.map(({ answer }) => answer(one)));
    const rows = [questions.map(({ title }) => title), ...lines].map((cells) => cells.map(quoted).join(";"));
    // The mark tells spreadsheets that the file is UTF-8.
    const content = `\uFEFF${rows.join("\r\n")}\r\n`;
    return { name: `participants-fse-${from}-${to}.csv`, mediaType: "text/csv; charset=utf-8", content };
  },
};

const page = 1000;

async function allOf(records: ReaderRecords, type: string, filter: JsonObject): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = [];
  for (;;) {
    const found = await records.list(type, { filter, sort: ["id", "ASC"], limit: page, offset: all.length });
    all.push(...found);
    if (found.length < page) return all;
  }
}

/** A cell that a spreadsheet takes for text, never for a formula. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
