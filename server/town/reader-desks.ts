import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { printPdf } from "../adapters/files/pdf-file.ts";
import type { Database } from "../adapters/sql/database.ts";
import { PeopleSubscriptions } from "../adapters/sql/people/people-subscriptions.ts";
import { PeopleViews } from "../adapters/sql/people/people-views.ts";
import type { OpenOffice } from "../domain/effects/open-office.ts";
import { mailMonthlyReports } from "../domain/reports/mail-monthly-reports.ts";
import type { OfficeReports } from "../domain/reports/office-report.ts";
import type { SubscriptionDesk } from "../domain/reports/subscribe-to-report.ts";
import type { People } from "../domain/users/people.ts";
import type { ViewStore } from "../domain/views/saved-view.ts";
import type { PrintedDocument } from "../plugin-api/contributions/index.ts";

/** What people arrange for themselves: views of lists, reports by e-mail. */
export interface ReaderDesks {
  readonly views: ViewStore;
  readonly subscriptions: SubscriptionDesk;
}

/** Opens them, and has the reports mailed that are due. */
export function openReaderDesks(
  { office, background }: OpenOffice,
  needs: { readonly database: Database; readonly people: People; readonly plugins: OfficeReports },
): ReaderDesks {
  const { database, people, plugins } = needs;
  const subscriptions = { office, people, plugins, subscriptions: new PeopleSubscriptions(database) };
  background.addChore({
    name: "report mails",
    run: (unit) => mailMonthlyReports({ ...subscriptions, office: unit, people, print: printedBytes }),
  });
  return { views: new PeopleViews(database), subscriptions };
}

async function printedBytes(document: PrintedDocument): Promise<Uint8Array> {
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), printPdf(document, output)]);
  return bytes;
}
