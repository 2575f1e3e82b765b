import { join } from "node:path";
import type { Logger } from "pino";
import { EtalabCommunes } from "../adapters/communes/etalab-communes.ts";
import { DiskFiles } from "../adapters/files/disk-files.ts";
import { DocumentsMark } from "../adapters/files/documents-mark.ts";
import { createAesSecretBox } from "../adapters/secrets/aes-secret-box.ts";
import { alone } from "../adapters/sql/alone.ts";
import { createChangeStore } from "../adapters/sql/changing/change-store.ts";
import { type Database, openDatabase } from "../adapters/sql/database.ts";
import { openNews } from "../adapters/sql/open-news.ts";
import { PeopleFiles } from "../adapters/sql/people/people-files.ts";
import { peopleMigrations } from "../adapters/sql/people/people-migrations.ts";
import { PeopleReads } from "../adapters/sql/people/people-reads.ts";
import { PeopleUsers } from "../adapters/sql/people/people-users.ts";
import { KnownRecords } from "../adapters/sql/reading/known-records.ts";
import { createRecordReader } from "../adapters/sql/reading/record-reader.ts";
import { createActivity } from "../adapters/sql/stores/activity.ts";
import { createAnswerStore } from "../adapters/sql/stores/answer-store.ts";
import { createAuditStore } from "../adapters/sql/stores/audit-store.ts";
import { createIncidentStore } from "../adapters/sql/stores/incident-store.ts";
import { createSettingStore } from "../adapters/sql/stores/setting-store.ts";
import { createWorkQueue } from "../adapters/sql/stores/work-queue.ts";
import { type Migration, migrate } from "../adapters/sql/tables/migrate.ts";
import { storeMigrations } from "../adapters/sql/tables/migrations.ts";
import { pluginMigrations } from "../adapters/sql/tables/plugin-migrations.ts";
import type { AuditStore } from "../domain/audit/audit-store.ts";
import type { AnswerStore } from "../domain/changes/answer-store.ts";
import type { Clock } from "../domain/changes/clock.ts";
import { silentMeter } from "../domain/changes/meter.ts";
import type { NewsWire } from "../domain/changes/news.ts";
import { uuidV7Maker } from "../domain/changes/uuid-v7.ts";
import type { CommuneDirectory } from "../domain/communes/commune-directory.ts";
import type { DefinitionsDesk } from "../domain/definitions/definitions-desk.ts";
import { engineTools } from "../domain/definitions/engine-tools.ts";
import { indexAgain } from "../domain/definitions/index-again.ts";
import { type OfficePorts, type OpenOffice, openOffice } from "../domain/effects/open-office.ts";
import type { FileDesk } from "../domain/files/file-desk.ts";
import type { IncidentStore } from "../domain/incidents/incident-store.ts";
import type { SettingStore } from "../domain/office/setting-store.ts";
import type { Activity } from "../domain/privacy/activity.ts";
import type { People } from "../domain/users/people.ts";
import { LiveHub } from "../http/live-hub.ts";
import { Metrics } from "../http/metrics.ts";
import type { PluginHost } from "../plugin-host/plugin-host.ts";
import type { Settings } from "../settings.ts";
import { openReaderDesks, type ReaderDesks } from "./reader-desks.ts";
import { townDefinitions } from "./town-definitions.ts";
import { peopleOf, staffOf } from "./town-people.ts";

/** One town, open: everything but its HTTP side. The server and the command line both work on it. */
export interface Town extends OpenOffice, ReaderDesks, AsyncDisposable {
  readonly database: Database;
  readonly definitions: DefinitionsDesk;
  readonly people: People;
  readonly answers: AnswerStore;
  readonly files: FileDesk;
  /** Whether the folder of the documents is the one that the office's other processes use. */
  readonly documents: DocumentsMark;
  readonly communes: CommuneDirectory;
  readonly plugins: PluginHost;
  readonly settings: SettingStore;
  readonly live: LiveHub;
  readonly news: NewsWire;
  readonly incidents: IncidentStore;
  readonly metrics: Metrics;
  /** What signs the session cookies and seals secrets: the same in every process of the office. */
  readonly sessionSecret: string;
  readonly reads: PeopleReads;
  readonly audit: AuditStore;
  readonly activity: Activity;
  readonly logger: Logger;
  /** The same town on another clock, for a sample. */
  on(clock: Clock): { readonly office: OpenOffice["office"]; readonly people: People };
}

/** Every step of the tables' life, in order. */
export const townMigrations: readonly Migration[] = [...storeMigrations, ...peopleMigrations, ...pluginMigrations];

/** What a town is opened with, served or not. */
export interface TownOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Known once the server listens. */
  readonly publicUrl: () => string;
}

/**
 * Opens the town's database, makes its tables and definitions ready, loads its plugins.
 *
 * @throws DomainError when the database or the office pack cannot be used.
 */
export async function openTown(options: TownOptions): Promise<Town> {
  const database = await openDatabase(options.settings.databaseUrl);
  try {
    await migrate(database, townMigrations);
    const settings = await withSharedSecret(options.settings, database);
    return await alone(database, "opening", () => furnish({ ...options, settings }, database));
  } catch (error) {
    await database.close();
    throw error;
  }
}

type TownDefinitions = Awaited<ReturnType<typeof townDefinitions>>;

async function furnish(options: TownOptions, database: Database): Promise<Town> {
  const { settings, clock, logger } = options;
  const log = (message: string, details: object, level: "info" | "warn" = "warn") => logger[level](details, message);
  const users = new PeopleUsers(database);
  const { base, plugins } = await townDefinitions(options, { database, users, log, office: () => open.office });
  const live = new LiveHub();
  const metrics = new Metrics();
  const news = openNews(settings.databaseUrl, (error) => logger.warn({ err: error }, "the line to the others broke"));
  const files = new PeopleFiles(database);
  const documentsFolder = join(settings.dataFolder, "files");
  const documents = await markedDocuments(documentsFolder, database, logger);
  const ports: OfficePorts = {
    ...recordPorts(database),
    ...definitionPorts(base, plugins),
    clock,
    live: {
      changed(change) {
        live.changed(change);
        news.tell({ about: "records", changes: [change] });
      },
    },
    meter: metrics,
    staff: staffOf(base.registry, users),
    files,
    log,
  };
  const open = openOffice(ports);
  const definitions = { ...base, office: open.office };
  await indexAgain(definitions);
  const people = peopleOf(options, { database, users, office: open.office, plugins });
  return {
    ...open,
    database,
    definitions,
    people,
    answers: createAnswerStore(database, createAesSecretBox(settings.sessionSecret, "answers")),
    plugins,
    settings: createSettingStore(database),
    live,
    news,
    incidents: createIncidentStore(database),
    metrics,
    sessionSecret: settings.sessionSecret,
    reads: new PeopleReads(database),
    ...openReaderDesks(open, { database, people, plugins }),
    audit: createAuditStore(database),
    activity: createActivity(database),
    files: {
      index: files,
      vault: new DiskFiles(documentsFolder),
      now: () => clock.now(),
      newId: uuidV7Maker(),
    },
    documents,
    communes: new EtalabCommunes(),
    logger,
    on(other) {
      const { office } = openOffice({ ...ports, clock: other, live: new LiveHub(), meter: silentMeter });
      return { office, people: { ...people, now: () => other.now(), newId: office.newId } };
    },
    async [Symbol.asyncDispose]() {
      await open.background.stop();
      await plugins[Symbol.asyncDispose]();
      await news[Symbol.asyncDispose]();
      await database.close();
    },
  };
}

async function markedDocuments(folder: string, database: Database, logger: Logger): Promise<DocumentsMark> {
  const documents = new DocumentsMark(folder, createSettingStore(database));
  await documents.make();
  if (!(await documents.isThere())) logger.warn({ folder }, "the documents of this office are elsewhere");
  return documents;
}

function recordPorts(database: Database) {
  const known = new KnownRecords();
  return {
    store: createChangeStore(database, known),
    reader: createRecordReader(database, known),
    queue: createWorkQueue(database),
  };
}

function definitionPorts({ registry, storage, validator }: TownDefinitions["base"], plugins: PluginHost) {
  return {
    registry,
    searchIndex: storage,
    validator,
    tools: () => engineTools(plugins, validator),
    actions: () => plugins.actions(),
  };
}

/** In a database that several processes share, the secret that the first of them made is the secret of all. */
async function withSharedSecret(settings: Settings, database: Database): Promise<Settings> {
  if (settings.sessionSecretGiven || database.dialect.name === "sqlite") return settings;
  const secret = await createSettingStore(database).setOnce("session-secret", settings.sessionSecret);
  return { ...settings, sessionSecret: String(secret) };
}
