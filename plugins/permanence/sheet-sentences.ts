import type { Language } from "../../server/plugin-api/index.ts";

/** What the files of this plugin say. */
export const sheetSentences = {
  fr: {
    fileName: "permanence",
    sheetTitle: (period: string) => `Permanences, ${period}`,
    noSession: "Aucune permanence sur cette période.",
    time: "Heure",
    person: "Personne",
    purpose: "Objet",
    arrived: "Arrivée",
    received: "Reçu·e",
    walkIn: "sans rdv",
    anonymous: "Anonyme",
    session: (place: string) => `Permanence · ${place}`,
    appointments: (count: number) => (count === 0 ? "Aucun rendez-vous" : `${count} rendez-vous`),
    calendar: "Permanences",
  },
  en: {
    fileName: "drop-in",
    sheetTitle: (period: string) => `Drop-in sessions, ${period}`,
    noSession: "No drop-in session in this period.",
    time: "Time",
    person: "Person",
    purpose: "Purpose",
    arrived: "Arrived",
    received: "Seen",
    walkIn: "walk-in",
    anonymous: "Anonymous",
    session: (place: string) => `Drop-in session · ${place}`,
    appointments: (count: number) => `${count} ${count === 1 ? "appointment" : "appointments"}`,
    calendar: "Drop-in sessions",
  },
} as const;

const locales = { fr: "fr-FR", en: "en-GB" } as const;

/** "lundi 23 novembre 2026". */
export function formatLongDay(day: string, language: Language): string {
  const shape = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locales[language], shape).format(new Date(`${day}T00:00:00Z`));
}

/** "23–29 novembre 2026". */
export function formatPeriod(from: string, to: string, language: Language): string {
  const shape = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(locales[language], shape);
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** "09:05", as the office's clock showed it. */
export function formatInstantTime(instant: string, timeZone: string): string {
  const shape = { hour: "2-digit", minute: "2-digit", timeZone } as const;
  return new Intl.DateTimeFormat("fr-FR", shape).format(new Date(instant));
}
