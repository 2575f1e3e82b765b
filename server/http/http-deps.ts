import type { Logger } from "pino";
import type { ReadLogStore } from "../domain/audit/read-log.ts";
import type { ReadRecorder } from "../domain/audit/read-recorder.ts";
import type { AnswerStore } from "../domain/changes/answer-store.ts";
import type { Office } from "../domain/changes/office.ts";
import type { CommuneDirectory } from "../domain/communes/commune-directory.ts";
import type { DefinitionsDesk } from "../domain/definitions/definitions-desk.ts";
import type { DomainError } from "../domain/domain-error.ts";
import type { FileDesk } from "../domain/files/file-desk.ts";
import type { CsvFile } from "../domain/importing/import-file.ts";
import type { IncidentStore } from "../domain/incidents/incident-store.ts";
import type { Activity } from "../domain/privacy/activity.ts";
import type { SubscriptionDesk } from "../domain/reports/subscribe-to-report.ts";
import type { IdentityProvider } from "../domain/users/identity-provider.ts";
import type { People } from "../domain/users/people.ts";
import type { SessionRecords } from "../domain/users/session-records.ts";
import type { ViewStore } from "../domain/views/saved-view.ts";
import type { TableWriters } from "./answers/send-table.ts";
import type { LiveHub } from "./live-hub.ts";
import type { Metrics } from "./metrics.ts";
import type { PluginDesk } from "./plugin-desk.ts";
import type { Readiness, ServingState } from "./readiness.ts";

/** Everything that the HTTP side works with. Made once, in `server/main.ts`. */
export interface HttpDeps {
  readonly office: Office;
  readonly people: People;
  readonly answers: AnswerStore;
  readonly definitions: DefinitionsDesk;
  readonly plugins: PluginDesk;
  readonly files: FileDesk;
  readonly communes: CommuneDirectory;
  readonly sessions: SessionRecords;
  /** Who else tells who somebody is; null where people sign in by password alone. */
  readonly identity: IdentityProvider | null;
  readonly reads: ReadRecorder;
  readonly readLog: ReadLogStore;
  readonly activity: Activity;
  readonly live: LiveHub;
  readonly tables: TableWriters;
  /** @throws DomainError `empty-file`. */
  readonly readCsv: (bytes: Uint8Array, name: string) => Promise<CsvFile>;
  readonly views: ViewStore;
  readonly subscriptions: SubscriptionDesk;
  /** A line that a request causes bears its id as `requestId`. */
  readonly logger: Logger;
  readonly incidents: IncidentStore;
  readonly metrics: Metrics;
  readonly state: () => ServingState;
  readonly readiness: () => Promise<Readiness>;
  /** What is told of an error that is the database's or the disk's; null for any other. */
  readonly storageTrouble: (error: unknown) => DomainError | null;
  /** Ids of the sample's accounts while they can be signed in with: they are shown on the sign-in page. */
  readonly sampleSignIns: () => readonly string[];
  /** An account of the sample, while the office can be reached from elsewhere: everybody knows its password. */
  readonly isLocked: (userId: string) => boolean;
  readonly site: SiteSettings;
}

/** Where this process stands: its address, its proxies, its secret, its files. */
export interface SiteSettings {
  readonly sessionSecret: string;
  /** Reverse proxies in front, 0 for none. */
  readonly trustProxy: number;
  /** Where people open the office, without a slash at its end. */
  readonly publicUrl: () => string;
  /** The built back office; what is not there answers 404. */
  readonly adminFolder: string;
}
