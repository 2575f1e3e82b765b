import type { SavedView } from "../domain/views/saved-view.ts";
import type { Json, JsonObject } from "../plugin-api/json.ts";
import type { Reason } from "../plugin-api/reason.ts";

export type { BlockedCase } from "../domain/cases/blocked-cases.ts";
export type { Commune } from "../domain/communes/commune-directory.ts";
export type { Publication as PublicationBody } from "../domain/definitions/workflows/publish-draft.ts";
export type { Rehearsal as RehearsalBody } from "../domain/definitions/workflows/rehearse-draft.ts";
export type { ListedExporter } from "../domain/exporting/list-exporters.ts";
export type { CsvImportReport as ImportBody } from "../domain/importing/import-csv.ts";
export type {
  ListedIncident as IncidentBody,
  ResolvedIncident,
  ResolvedKind,
} from "../domain/incidents/listed-incident.ts";
export type { FoundMatch as MatchBody } from "../domain/matching/find-matches.ts";
export type {
  DescribedMatcher,
  DescribedNavigation,
  DescribedPage,
  DescribedUser,
  DescribedWidget,
  OfficeDescription,
  ServedStage,
  ServedType,
} from "../domain/office/office-description.ts";
export type { ErasurePlan } from "../domain/privacy/describe-erasure.ts";
export type { DescribedRule, ErasureLine, RetentionOverview } from "../domain/privacy/describe-retention.ts";
export type { ListedReport } from "../domain/reports/list-reports.ts";
export type { ServedReport, ServedReportRow } from "../domain/reports/served-report.ts";
export type { SubscriptionState } from "../domain/reports/subscribe-to-report.ts";
export type { ApiToken as TokenBody } from "../domain/users/api-token.ts";
export type { ListedStaff as StaffMember } from "../domain/users/list-staff.ts";
export type { ActionOffer } from "../engine/execution/decision.ts";
export type { Match, ReportAnswer, ReportColumn, ReportRow } from "../plugin-api/contributions/index.ts";
export type { PluginImpact } from "../plugin-host/plugin-impact.ts";
export type { BesideListing, PluginListing } from "../plugin-host/plugin-listing.ts";
export type { NamedDifference, NamedLine, NamedShadowRun } from "./answers/named-shadow-run.ts";
export type {
  CreatedTokenBody,
  InvitedUserBody,
  LinkBody,
  ResetLinkBody,
  SignedInUser,
  SignInBody,
  SignInPageBody,
  UserBody,
} from "./api-types/accounts.ts";

/** Body of every answer that is not a success (`application/problem+json`). */
export interface ApiProblem {
  readonly status: number;
  readonly code: string;
  /** In the reader's language; `detail` is the same. */
  readonly message: string;
  readonly detail: string;
  readonly errors?: { readonly [field: string]: string };
  readonly reasons?: readonly Reason[];
  /** Of a version conflict: the record as it is now, and the entries of its history since. */
  readonly current?: ApiRecord;
  readonly since?: readonly HistoryEntryBody[];
}

/** A record, flat: its data beside these. */
export interface ApiRecord {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly displayName: string;
  /** When the person that it was about was erased from it. */
  readonly erasedAt?: string;
  readonly [field: string]: Json;
}

/** A record that moves. */
export interface ApiCase extends ApiRecord {
  readonly state: Json;
  readonly stage: string;
  readonly status: "active" | "done";
  readonly assigneeId: string | null;
  readonly stageSince: string;
  readonly dueAt: string | null;
  readonly workflowVersion: number;
}

/** `GET /api/views?type=`, `POST /api/views`. */
export interface ViewBody extends Omit<SavedView, "ownerId"> {
  readonly mine: boolean;
  /** Whose it is; null for an account that is gone. */
  readonly owner: string | null;
}

/** `POST /api/auth/report-mails/stop`. */
export interface StoppedMailBody {
  /** Of the report that is no longer mailed. */
  readonly title: string;
}

/** One line of `GET /api/audit/reads`. */
export interface ReadBody {
  readonly id: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly type: string;
  readonly recordId: string;
  /** Null once the record is gone. */
  readonly displayName: string | null;
  readonly how: string;
}

/** One entry of `GET /api/{type}/{id}/history`. */
export interface HistoryEntryBody {
  readonly seq: number;
  readonly version: number;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly event: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly changes: { readonly [field: string]: { readonly from: Json; readonly to: Json } };
  readonly note: string | null;
  /** Fields whose values were erased from it since, with their person. */
  readonly erased?: readonly string[];
}

/** One line of `GET /api/search`. */
export interface SearchHit {
  readonly type: string;
  readonly id: string;
  readonly displayName: string;
  readonly stage?: string;
  /** What tells it apart from another of the same name, by field. */
  readonly apart?: JsonObject;
}

/** `GET /api/my-day`. */
export interface MyDayBody {
  /** Not done, due until today: one's own and nobody's; the longest due first. */
  readonly tasks: readonly DayTask[];
  /** One's active cases in which something falls due within a week, the soonest first. */
  readonly due: readonly (ApiCase & { readonly type: string })[];
  /** One's active cases about which a task is overdue: since when, and what was to be done. */
  readonly late: readonly (ApiCase & { readonly type: string; readonly lateSince: string; readonly lateFor: string })[];
}

/** A task of the day, with the name of the case that it is about. */
export interface DayTask extends ApiRecord {
  readonly title: string;
  readonly dueOn: string;
  readonly assigneeId: string | null;
  readonly caseName: string | null;
}

/** `GET /api/boards/{workflow}`. */
export interface BoardBody {
  readonly columns: readonly BoardColumn[];
}

/** The cases of one stage. */
export interface BoardColumn {
  readonly stage: string;
  readonly title: string;
  readonly color: string | null;
  readonly count: number;
  /** There are cases without a card here. */
  readonly more: boolean;
  /** `stageSince` of the case that has been there longest. */
  readonly oldest: string | null;
  /** 50 at most, those that have waited longest first. */
  readonly cards: readonly BoardCard[];
}

/** A case as its card shows it. */
export interface BoardCard {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly displayName: string;
  /** The one line that matters at this stage; empty for none. */
  readonly line: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
  readonly stageSince: string;
}

/** `POST /api/{workflow}/events`, `…/assignments`, `/api/{type}/deletions`, `/api/staff/{id}/hand-over`: one each, in order. */
export type BulkResult =
  | { readonly id: string; readonly type: string; readonly ok: true; readonly record: ApiCase }
  | {
      readonly id: string;
      readonly type: string;
      readonly ok: false;
      readonly displayName: string;
      readonly problem: ApiProblem;
    };

/** `POST /api/files`, and what a list of files shows. */
export interface FileBody {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** What `/api/live` sends, one JSON object per message. */
export type LiveMessage =
  | { readonly type: string; readonly id: string; readonly version: number; readonly deleted?: true }
  | { readonly definitions: number };
