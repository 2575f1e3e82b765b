import { colon } from "../../engine/language/colon.ts";
import { localDay } from "../../engine/time/calendar.ts";
import type { PrintedDocument } from "../../plugin-api/contributions/index.ts";
import { type Caller, callerOf } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { DomainError } from "../domain-error.ts";
import { dayInWords, printedReport } from "../exporting/printed-report.ts";
import { failureOf } from "../incidents/failure-of.ts";
import type { Mail, Mailer, People } from "../users/people.ts";
import { personOf } from "../users/person-of.ts";
import type { User } from "../users/user.ts";
import type { ReportSubscription } from "./report-subscription.ts";
import { runReport } from "./run-report.ts";
import type { ServedReport } from "./served-report.ts";
import { officeMonth, type SubscriptionDesk } from "./subscribe-to-report.ts";

/** What is needed to mail reports. */
export interface ReportPost extends SubscriptionDesk {
  readonly office: Pick<Office, "registry" | "clock" | "validator" | "rightsFor" | "log">;
  readonly people: Pick<People, "users" | "mailer" | "officeName" | "publicUrl">;
  readonly print: (document: PrintedDocument) => Promise<Uint8Array>;
}

/**
 * Mails each report that is due this month, with the figures of the twelve months that ended with the last one, as the
 * rights of its reader are now. A chore of each day: what could not be mailed is tried again on the next.
 */
export async function mailMonthlyReports(post: ReportPost): Promise<void> {
  const { mailer } = post.people;
  if (!mailer) return;
  const month = officeMonth(post);
  for (const due of await post.subscriptions.dueIn(month)) {
    await mailReport(post, mailer, due).then(
      () => post.subscriptions.mailed(due.stopToken, month),
      (error: unknown) =>
        post.office.log("A monthly report could not be mailed and is tried again tomorrow", {
          report: due.reportId,
          error: failureOf(error).message.en,
        }),
    );
  }
}

async function mailReport(post: ReportPost, mailer: Mailer, due: ReportSubscription): Promise<void> {
  const user = await post.people.users.get(due.userId);
  if (user?.status !== "active") return;
  const language = user.language ?? post.office.registry.office().languages[0] ?? "fr";
  const caller = callerOf(post.office, personOf(user), language);
  const report = await reportFor(post, caller, due.reportId);
  if (report) await mailer.send(await letter(post, { report, user, due, caller }));
}

/** Null for one that this reader is no longer offered. */
async function reportFor(post: ReportPost, caller: Caller, id: string): Promise<ServedReport | null> {
  try {
    return await runReport(post.office, caller, {
      plugins: post.plugins,
      id,
      params: { ...lastYear(officeMonth(post)) },
    });
  } catch (error) {
    const gone = error instanceof DomainError && ["reports-forbidden", "unknown-report"].includes(error.details.code);
    if (gone) return null;
    throw error;
  }
}

/** The twelve whole months before that one. */
function lastYear(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return {
    from: `${year - 1}-${month.slice(5)}-01`,
    to: new Date(Date.UTC(year, number - 1, 0)).toISOString().slice(0, 10),
  };
}

interface Contents {
  readonly report: ServedReport;
  readonly user: User;
  readonly due: ReportSubscription;
  readonly caller: Caller;
}

async function letter(post: ReportPost, { report, user, due, caller }: Contents): Promise<Mail> {
  const { language } = caller;
  const { officeName, publicUrl } = post.people;
  const today = localDay(post.office.clock.now(), post.office.registry.office().timeZone);
  const content = await post.print(printedReport(report, { language, officeName: officeName(language), today }));
  const finding = report.chart?.title || report.title;
  const [from, to] = [dayInWords(report.from, language), dayInWords(report.to, language)];
  const page = `${publicUrl()}/reports/${report.id}?${new URLSearchParams({ from: report.from, to: report.to })}`;
  const stop = `${publicUrl()}/ne-plus-recevoir?${new URLSearchParams({ jeton: due.stopToken })}`;
  const text =
    language === "fr"
      ? `Bonjour ${user.name},\n\nVoici le rapport « ${report.title} », du ${from} au ${to} :\n\n    ${finding}\n\n${report.definition}\n\nLes chiffres sont joints en PDF. Pour les voir dans Passerelle :\n${page}\n\nVous recevez ce message chaque mois parce que vous l’avez demandé. Pour ne plus le recevoir :\n${stop}\n`
      : `Hello ${user.name},\n\nHere is the report “${report.title}”, from ${from} to ${to}:\n\n    ${finding}\n\n${report.definition}\n\nThe figures are attached as a PDF. To see them in Passerelle:\n${page}\n\nYou receive this message every month because you asked for it. To stop it:\n${stop}\n`;
  return {
    to: user.email,
    subject: `${officeName(language)}${colon(language)} ${finding}`,
    text,
    attachments: [{ name: `${report.id}-${report.from}-${report.to}.pdf`, mediaType: "application/pdf", content }],
  };
}
