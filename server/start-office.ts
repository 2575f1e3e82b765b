import { rm } from "node:fs/promises";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { alone } from "./adapters/sql/alone.ts";
import { type Clock, systemClock } from "./domain/changes/clock.ts";
import { dailyRetention } from "./domain/privacy/daily-retention.ts";
import { isLoopback, listen, stopListening } from "./listening.ts";
import { officeApp, type Serving } from "./office-app.ts";
import { PatientServer } from "./patient-server.ts";
import type { Settings } from "./settings.ts";
import { standardErrorLogger } from "./standard-error-logger.ts";
import { sampleOf, sampleOrFirst } from "./town/load-sample.ts";
import { openTown, type Town, type TownOptions } from "./town/town.ts";
import { keepUp, refreshPlugins } from "./town/upkeep.ts";

/** Without a clock and a logger, the system’s and one that writes to standard error. */
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
  /** Resolves once what plugins read for first questions is in memory. */
  readonly prepared: Promise<void>;
  /** Takes up plugins that were built again since, for those who write them. */
  readonly reloadPlugins: () => Promise<void>;
  /**
   * Finishes what was begun, and closes everything. For so many milliseconds before, it still answers, and asks whoever
   * comes to go elsewhere from then on: a request that is on its way meets nobody who hangs up.
   */
  close(notice?: number): Promise<void>;
}

/**
 * Opens the town and serves it. The port is taken first; until the sample is in, every answer but `/healthz` is 503.
 *
 * @throws SettingsError, or DomainError, with one sentence that tells what to change.
 */
export async function startOffice(options: StartOptions): Promise<RunningOffice> {
  const { settings, clock = systemClock, logger = standardErrorLogger(options.settings) } = options;
  const server = new PatientServer(answerOpening);
  const url = await listen(server, settings);
  try {
    const town = await openWholeTown({ settings, clock, logger, publicUrl: () => settings.publicUrl ?? url });
    return await serve({ ...options, clock, logger }, { server, town, url }).catch(async (error: unknown) => {
      // What is left open keeps a process that has told why it cannot start from ending.
      await town[Symbol.asyncDispose]();
      throw error;
    });
  } catch (error) {
    await stopListening(server);
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

/** Once a day, by one process. What it did is counted in the log, without a name. */
function applyRetention(town: Town): void {
  town.background.addChore({
    name: "retention",
    run: async (office) => {
      const desk = { ...town, office, readLog: town.reads };
      const { due, reads, refused } = await dailyRetention(desk, town.definitions.store);
      const counts = { forgotten: due.length - refused.length, refused: refused.length, reads };
      if (due.length + reads > 0) office.log("The rules of retention were applied", counts);
    },
  });
}

async function serve(
  options: StartOptions & { readonly clock: Clock; readonly logger: Logger },
  { server, town, url }: { readonly server: Server; readonly town: Town; readonly url: string },
): Promise<RunningOffice> {
  const { settings, clock, sampleProgress: progress = () => undefined } = options;
  const serving: Serving = { state: "starting", sampleSignIns: [], lockedUsers: new Set() };
  server.off("request", answerOpening).on("request", officeApp(town, { ...options, url, serving }));
  const sample = await alone(town.database, "sample", () => sampleOrFirst(town, { settings, clock, progress }));
  if (isPrivate(settings)) serving.sampleSignIns = sample.userIds;
  else serving.lockedUsers = new Set(sample.userIds);
  applyRetention(town);
  town.background.start();
  const upkeep = await keepUp(town);
  serving.state = "ready";
  const prepared = town.plugins.prepare();
  const stop = async (notice: number) => {
    serving.state = "stopping";
    town.live.interrupt();
    await pause(notice);
    await stopListening(server);
    await upkeep[Symbol.asyncDispose]();
    await town[Symbol.asyncDispose]();
  };
  let stopped: Promise<void> | undefined;
  const close = (notice = 0) => {
    stopped ??= stop(notice);
    return stopped;
  };
  const { sampleSignIns, lockedUsers } = serving;
  const reloadPlugins = () => refreshPlugins(town, { code: true });
  return {
    url,
    town,
    sampleSignIns,
    lockedUsers,
    prepared,
    reloadPlugins,
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}

/** Nobody reaches the office from elsewhere than this machine. */
function isPrivate({ host, publicUrl, trustProxy }: Settings): boolean {
  return isLoopback(host) && trustProxy === 0 && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
}

/** Opens the town. One that was left in the middle of its sample is no town: in a file of its own it is begun again. */
async function openWholeTown(options: TownOptions): Promise<Town> {
  const town = await openTown(options);
  const { databaseUrl } = options.settings;
  if (!databaseUrl.startsWith("sqlite:") || (await sampleOf(town))?.state !== "loading") return town;
  await town[Symbol.asyncDispose]();
  const file = databaseUrl.slice("sqlite:".length);
  await Promise.all(["", "-wal", "-shm"].map((end) => rm(`${file}${end}`, { force: true })));
  return openTown(options);
}
