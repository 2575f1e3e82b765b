import { ICalCalendar } from "ical-generator";
import { Temporal } from "temporal-polyfill";
import type { ExporterContribution } from "../../server/plugin-api/index.ts";
import { appointments } from "./session.ts";
import { sessionsOf, visitsOf } from "./sheet-records.ts";
import { sheetSentences } from "./sheet-sentences.ts";

/**
 * The sessions as a calendar for any other program. It leaves the office: it tells when, where and how many, and
 * names nobody.
 */
export const weekCalendar = {
  title: { fr: "Calendrier des permanences", en: "Calendar of drop-in sessions" },
  roles: ["admin", "advisor", "reception"],
  async run({ from, to }, { language, office, now, records, signal }) {
    const say = sheetSentences[language];
    const calendar = new ICalCalendar({
      name: `${say.calendar} · ${office.name}`,
      prodId: "//Passerelle//permanence//FR",
    });
    const sessions = await sessionsOf(records, { from, to });
    const visits = await visitsOf(records, sessions);
    signal.throwIfAborted();
    const instant = (day: string, time: string) =>
      new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(office.timeZone).epochMilliseconds);
    for (const session of sessions) {
      const times = appointments(session, visits).flatMap(({ slotAt }) => slotAt ?? []);
      calendar.createEvent({
        id: `${session.id}@passerelle`,
        stamp: new Date(now),
        start: instant(session.date, session.startsAt),
        end: instant(session.date, session.endsAt),
        summary: say.session(session.place),
        location: session.place,
        description: [say.appointments(times.length), ...[...times].sort()].join(" · "),
      });
    }
    return {
      name: `${say.fileName}-${from}.ics`,
      mediaType: "text/calendar; charset=utf-8",
      content: calendar.toString(),
    };
  },
} satisfies ExporterContribution;
