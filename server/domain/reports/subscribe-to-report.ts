import { localDay } from "../../engine/time/calendar.ts";
import type { Caller } from "../changes/caller.ts";
import type { People } from "../users/people.ts";
import { newSecretToken } from "../users/secret-token.ts";
import { forbidden, unknownStopLink } from "../users/user-errors.ts";
import type { OfficeReports } from "./office-report.ts";
import { mailNotSetUp, reportsForbidden, unknownReport } from "./report-errors.ts";
import type { ReportSubscription, SubscriptionStore } from "./report-subscription.ts";
import type { ReportsOffice } from "./run-report.ts";

/** What the use cases about mailed reports need. */
export interface SubscriptionDesk {
  readonly office: ReportsOffice;
  readonly people: Pick<People, "users" | "mailer">;
  readonly plugins: OfficeReports;
  readonly subscriptions: SubscriptionStore;
}

/** Whether the reader is mailed a report each month. */
export interface SubscriptionState {
  readonly subscribed: boolean;
  /** The office can send mails. */
  readonly available: boolean;
  /** Local day of the office that the next one leaves on, ISO. */
  readonly next: string;
}

/** @throws DomainError `reports-forbidden`, `unknown-report`, `forbidden` for a machine. */
export async function subscriptionState(
  desk: SubscriptionDesk,
  caller: Caller,
  reportId: string,
): Promise<SubscriptionState> {
  checkReader(desk, caller, reportId);
  const subscription = await desk.subscriptions.find(caller.principal.id, reportId);
  return { subscribed: subscription !== null, available: desk.people.mailer !== null, next: nextSending(desk) };
}

/** From the first of the next month on. @throws DomainError as `subscriptionState`, and `mail-not-set-up`. */
export async function subscribeToReport(
  desk: SubscriptionDesk,
  caller: Caller,
  reportId: string,
): Promise<SubscriptionState> {
  checkReader(desk, caller, reportId);
  if (!desk.people.mailer) throw mailNotSetUp();
  const mailedIn = officeMonth(desk);
  const userId = caller.principal.id;
  await desk.subscriptions.insert({ userId, reportId, stopToken: newSecretToken(), mailedIn });
  return subscriptionState(desk, caller, reportId);
}

/** Those who may no longer read reports may still say that they want none. */
export async function unsubscribeFromReport(
  desk: SubscriptionDesk,
  caller: Caller,
  reportId: string,
): Promise<SubscriptionState> {
  await desk.subscriptions.remove(caller.principal.id, reportId);
  return { subscribed: false, available: desk.people.mailer !== null, next: nextSending(desk) };
}

/** By the link of a mail, without a sign-in. @throws DomainError `unknown-stop-link`. */
export async function stopReportMails(desk: SubscriptionDesk, stopToken: string): Promise<ReportSubscription> {
  const removed = await desk.subscriptions.removeByToken(stopToken);
  if (!removed) throw unknownStopLink();
  return removed;
}

/** `YYYY-MM` at the office. */
export function officeMonth({ office }: Pick<SubscriptionDesk, "office">): string {
  return localDay(office.clock.now(), office.registry.office().timeZone).slice(0, 7);
}

function nextSending(desk: SubscriptionDesk): string {
  const [year = 0, month = 1] = officeMonth(desk).split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function checkReader({ plugins }: SubscriptionDesk, { rights, principal }: Caller, reportId: string): void {
  if (principal.kind !== "person") throw forbidden();
  if (rights.reports === "none") throw reportsForbidden();
  if (!plugins.reports().some(({ id }) => id === reportId)) throw unknownReport(reportId);
}
