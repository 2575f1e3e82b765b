import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIPv6 } from "node:net";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { printPdf, writePdf } from "./adapters/files/pdf-file.ts";
import { writeXlsx } from "./adapters/files/xlsx-file.ts";
import { PeopleSessions } from "./adapters/sql/people-sessions.ts";
import { ReadRecorder } from "./domain/audit/read-recorder.ts";
import { sealChains } from "./domain/audit/seal-chains.ts";
import { type Clock, systemClock } from "./domain/changes/clock.ts";
import { adoptContributedTypes } from "./domain/definitions/adopt-contributed-types.ts";
import { createApp } from "./http/create-app.ts";
import type { PluginDesk } from "./http/plugin-desk.ts";
import { type LoadedSample, loadSample, sampleOf } from "./load-sample.ts";
import { type Settings, SettingsError } from "./settings.ts";
import { openTown, type Town, type TownOptions } from "./town.ts";

export interface StartOptions {
  readonly settings: Settings;
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly sampleProgress?: (done: number, of: number) => void;
}

/** An office that answers at `url`. */
export interface RunningOffice extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string;
  readonly town: Town;
  /** Ids of the sample's accounts, while nobody comes from elsewhere than this machine: else they cannot sign in. */
  readonly sampleSignIns: readonly string[];
  /** Ids of the sample's accounts otherwise. */
  readonly lockedUsers: ReadonlySet<string>;
  /** Takes up plugins that were built again since, for those who write them. */
  readonly reloadPlugins: () => Promise<void>;
  /** Finishes what was begun, and closes everything. */
  close(): Promise<void>;
}

/** How often a process looks whether another one has published a definition, or changed the settings of a plugin. */
const revisionMilliseconds = 5000;
/** How often the histories that have grown are sealed. */
const sealMilliseconds = 300_000;
const hourMilliseconds = 3_600_000;

/**
 * Opens the town and serves it. The port is taken first; until the sample is in, every answer but `/healthz` is 503.
 *
 * @throws SettingsError, or DomainError, with one sentence that tells what to change.
 */
export async function startOffice(options: StartOptions): Promise<RunningOffice> {
  const { settings, clock = systemClock } = options;
  const logger = options.logger ?? pino({ level: settings.logLevel }, pino.destination(2));
  const server = createServer(answerOpening);
  const url = await listen(server, settings);
  try {
    const town = await openWholeTown({ settings, clock, logger, publicUrl: () => settings.publicUrl ?? url });
    return await serve({ ...options, clock, logger }, { server, town, url });
  } catch (error) {
    await closeServer(server);
    throw error;
  }
}

/** What is answered from the first moment until the town is open. */
function answerOpening(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === "/healthz") {
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"status":"ok"}');
    return;
  }
  const message = "Le service démarre : réessayez dans un instant. / The service is starting: try again in a moment.";
  const problem = { type: "about:blank", status: 503, code: "starting", title: message, message };
  response
    .writeHead(503, { "Content-Type": "application/problem+json", "Retry-After": "1" })
    .end(JSON.stringify(problem));
}

async function serve(
  options: StartOptions & { readonly clock: Clock; readonly logger: Logger },
  { server, town, url }: { readonly server: Server; readonly town: Town; readonly url: string },
): Promise<RunningOffice> {
  const { settings, clock, logger } = options;
  let ready = false;
  let lockedUsers: ReadonlySet<string> = new Set();
  let sampleSignIns: readonly string[] = [];
  const sessions = new PeopleSessions(town.database);
  const app = createApp({
    ...town,
    sessions,
    reads: new ReadRecorder(town.reads),
    readLog: town.reads,
    plugins: publishingPlugins(town),
    tables: { xlsx: writeXlsx, pdf: writePdf, print: printPdf },
    logger,
    ready: () => ready,
    sampleSignIns: () => sampleSignIns,
    isLocked: (userId) => lockedUsers.has(userId),
    site: {
      sessionSecret: settings.sessionSecret,
      trustProxy: settings.trustProxy,
      publicUrl: () => settings.publicUrl ?? url,
      adminFolder: join(settings.buildFolder, "admin"),
    },
  });
  server.off("request", answerOpening).on("request", app);
  const sample = (await sampleOf(town)) ?? (await firstSample(options, town));
  sampleSignIns = isPrivate(settings) ? sample.userIds : [];
  lockedUsers = new Set(isPrivate(settings) ? [] : sample.userIds);
  town.background.start();
  const upkeep = [
    setInterval(() => void reloadIfNewer(town), revisionMilliseconds),
    setInterval(() => void refreshPlugins(town), revisionMilliseconds),
    setInterval(() => void seal(town), sealMilliseconds),
    setInterval(() => void sessions.removeEnded(clock.now()), hourMilliseconds),
  ];
  ready = true;
  const close = async () => {
    for (const timer of upkeep) clearInterval(timer);
    await closeServer(server);
    await seal(town);
    await town[Symbol.asyncDispose]();
  };
  const reloadPlugins = () => refreshPlugins(town, { code: true });
  return { url, town, sampleSignIns, lockedUsers, reloadPlugins, close, [Symbol.asyncDispose]: close };
}

/** What the first start decides for good: the sample, or none where there is someone already. */
async function firstSample(options: StartOptions, town: Town): Promise<LoadedSample> {
  const { settings, clock = systemClock, sampleProgress: progress = () => undefined } = options;
  const isEmpty = (await town.people.users.all()).length === 0;
  return loadSample(town, { id: isEmpty ? settings.sample : null, now: clock.now(), progress });
}

async function listen(server: Server, { port, host }: Settings): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return `http://${isIPv6(host) ? `[${host}]` : isLoopback(host) ? "localhost" : host}:${taken}`;
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE") {
    return new SettingsError(
      `PORT : le port ${port} est déjà pris sur ${host}. Arrêtez l’autre programme, ou choisissez un autre port (PORT=3001 npm start).`,
    );
  }
  if (error.code === "EACCES") {
    return new SettingsError(
      `PORT : le port ${port} demande des droits que ce compte n’a pas ; choisissez-en un autre.`,
    );
  }
  return new SettingsError(`HOST : impossible d’écouter sur « ${host} » (${error.code ?? error.message}).`);
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

/** Nobody reaches the office from elsewhere than this machine. */
function isPrivate({ host, publicUrl, trustProxy }: Settings): boolean {
  return isLoopback(host) && trustProxy === 0 && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
}

/**
 * Opens the town. One that was left in the middle of its sample is no town: in a file of its own it is begun again.
 *
 * @throws SettingsError for half a sample in a shared database.
 */
async function openWholeTown(options: TownOptions): Promise<Town> {
  const town = await openTown(options);
  if ((await sampleOf(town))?.state !== "loading") return town;
  await town[Symbol.asyncDispose]();
  const { databaseUrl } = options.settings;
  if (!databaseUrl.startsWith("sqlite:")) {
    throw new SettingsError(
      "DATABASE_URL : le chargement de l’exemple y a été interrompu. Videz ce schéma, puis redémarrez.",
    );
  }
  const file = databaseUrl.slice("sqlite:".length);
  await Promise.all(["", "-wal", "-shm"].map((end) => rm(`${file}${end}`, { force: true })));
  return openTown(options);
}

async function reloadIfNewer({ definitions, logger }: Town): Promise<void> {
  try {
    if ((await definitions.store.revision()) !== definitions.registry.revision()) await definitions.registry.reload();
  } catch (error) {
    logger.error({ err: error }, "the definitions could not be read again");
  }
}

/** What is not sealed now is by the next time: the chains hold meanwhile. */
async function seal({ audit, office, logger }: Town): Promise<void> {
  try {
    await sealChains(audit, office.clock);
  } catch (error) {
    logger.error({ err: error }, "the histories could not be sealed");
  }
}

async function refreshPlugins({ plugins, definitions, logger }: Town, what = { code: false }): Promise<void> {
  try {
    if (await plugins.refresh(what)) await adoptContributedTypes(definitions);
  } catch (error) {
    logger.error({ err: error }, "the plugins could not be read again");
  }
}

/** Types of a plugin come and go with it. */
function publishingPlugins({ plugins, definitions }: Town): PluginDesk {
  return {
    ...plugins,
    async configure(id, change, language) {
      const listing = await plugins.configure(id, change, language);
      await adoptContributedTypes(definitions);
      return listing;
    },
  };
}
