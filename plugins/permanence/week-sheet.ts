import type { ExportContext, ExporterContribution, PrintedSection } from "../../server/plugin-api/index.ts";
import { type Session, slotsOf, type Visit } from "./session.ts";
import { sessionsOf, visitsOf } from "./sheet-records.ts";
import { formatInstantTime, formatLongDay, formatPeriod, sheetSentences } from "./sheet-sentences.ts";
import { types } from "./type-names.ts";

const emptyLines = 4;

/** The sheet of a week on paper: every slot with who booked it, walk-ins under them, and lines to write on. */
export const weekSheet = {
  title: { fr: "Feuille de la semaine", en: "Sheet of the week" },
  roles: ["admin", "advisor", "reception"],
  async run({ from, to }, context) {
    const say = sheetSentences[context.language];
    const sessions = await sessionsOf(context.records, { from, to });
    const visits = await visitsOf(context.records, sessions);
    context.signal.throwIfAborted();
    const purposes = await context.labels(types.visits, "purpose");
    const people = await context.labels(types.sessions, "counsellor");
    const sections = sessions.map((session) => section(session, visits, { context, purposes, people }));
    return {
      name: `${say.fileName}-${from}.pdf`,
      print: {
        title: say.sheetTitle(formatPeriod(from, to, context.language)),
        subtitle: sessions.length === 0 ? `${context.office.name}. ${say.noSession}` : context.office.name,
        sections,
      },
    };
  },
} satisfies ExporterContribution;

interface Around {
  readonly context: ExportContext;
  readonly purposes: { readonly [value: string]: string };
  readonly people: { readonly [id: string]: string };
}

function section(session: Session, visits: readonly Visit[], around: Around): PrintedSection {
  const { language } = around.context;
  const say = sheetSentences[language];
  const slots = slotsOf(session, visits).flatMap(({ at, visits: here }) =>
    here.length === 0 ? [[at, "", "", "", ""]] : here.map((visit) => line(visit, at, around)),
  );
  const walkIns = visits.filter(({ permanenceId, walkIn }) => permanenceId === session.id && walkIn === true);
  const blank = Array.from({ length: emptyLines }, () => ["", "", "", "", ""]);
  return {
    title: `${formatLongDay(session.date, language)}, ${session.startsAt}–${session.endsAt}`,
    line: [session.place, around.people[session.counsellor ?? ""]].filter(Boolean).join(" · "),
    columns: [
      { title: say.time },
      { title: say.person, stretch: true },
      { title: say.purpose, stretch: true },
      { title: say.arrived },
      { title: say.received },
    ],
    rows: [...slots, ...walkIns.map((visit) => line(visit, say.walkIn, around)), ...blank],
  };
}

function line(visit: Visit, at: string, { context, purposes }: Around): readonly string[] {
  const time = (instant: string | undefined) =>
    instant === undefined ? "" : formatInstantTime(instant, context.office.timeZone);
  const isNamed = visit.seekerId !== undefined || visit.visitorName !== undefined;
  const name = isNamed ? visit.displayName : sheetSentences[context.language].anonymous;
  return [at, name, purposes[visit.purpose ?? ""] ?? "", time(visit.arrivedAt), time(visit.calledAt)];
}
