import { expect, test } from "vitest";
import { SettableClock } from "../../../server/domain/changes/settable-clock.ts";
import { openMailbox, plainText } from "../../support/mailbox.ts";
import { built } from "../../support/test-host.ts";
import { startLibrary } from "./running-library.ts";

/** Answers the period that it is asked for. */
const loansReport = `reports: { loans: {
  title: { fr: "Prêts", en: "Loans" },
  run: async ({ from, to }, { language }) => ({
    title: language === "fr" ? "Prêts" : "Loans",
    columns: [{ key: "branch", title: "Branch", type: "text" }, { key: "loans", title: "Loans", type: "number" }],
    rows: [{ branch: "North", loans: 12, drill: { type: "loans", filter: {} } }],
    totals: { loans: 12 },
    chart: { type: "bar", category: "branch", series: [{ key: "loans", title: "Loans" }], title: "12 prêts du " + from + " au " + to },
    definition: "Tous les prêts.",
  }),
} }`;

async function libraryWithReport(smtpUrl: string | null) {
  const clock = new SettableClock("2026-03-10T09:00:00.000Z");
  const library = await startLibrary({ smtpUrl }, { clock, plugins: { figures: built("figures", loansReport) } });
  const admin = await library.as("admin");
  await admin.put("/api/plugins/figures", { enabled: true });
  return { library, clock, admin, [Symbol.asyncDispose]: () => library[Symbol.asyncDispose]() };
}

const path = "/api/reports/loans/subscription";

test("a report that somebody asked for is mailed on the first of the month, once, until its link stops it", async () => {
  await using mailbox = await openMailbox();
  await using opened = await libraryWithReport(mailbox.url);
  const { library, clock } = opened;
  const librarian = await library.as("librarian");
  expect((await librarian.get(path)).body).toEqual({ subscribed: false, available: true, next: "2026-04-01" });
  expect((await librarian.put(path, {})).body).toMatchObject({ subscribed: true });

  const april = mailbox.next();
  clock.moveTo("2026-03-31T22:30:00.000Z");
  const letter = plainText(await april);
  expect(letter).toContain("To: librarian@library.test");
  expect(letter).toContain("12 prêts du 2025-04-01 au 2026-03-31");
  expect(letter).toContain("filename=loans-2025-04-01-2026-03-31.pdf");

  const token = /ne-plus-recevoir\?jeton=([\w-]+)/.exec(letter)?.[1] ?? "";
  const stranger = library.stranger();
  const stopped = await stranger.post("/api/auth/report-mails/stop", { token });
  expect([stopped.status, stopped.body]).toEqual([200, { title: "Loans" }]);
  expect((await stranger.post("/api/auth/report-mails/stop", { token })).status).toBe(404);
  // Weeks later by this clock: the session of before has ended.
  const again = await library.as("librarian");
  expect((await again.get(path)).body).toMatchObject({ subscribed: false });
  expect(mailbox.letters).toHaveLength(1);
});

test("who may not read reports can have none mailed, nor can anybody without a mail server", async () => {
  await using opened = await libraryWithReport(null);
  const { library, admin } = opened;
  const desk = await library.as("desk");
  expect((await desk.put(path, {})).status).toBe(403);
  expect((await admin.put("/api/reports/nothing/subscription", {})).status).toBe(404);
  expect((await admin.put(path, {})).body["code"]).toBe("mail-not-set-up");
});
