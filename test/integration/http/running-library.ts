import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Logger, pino } from "pino";
import type { Clock } from "../../../server/domain/changes/clock.ts";
import { addUser } from "../../../server/domain/users/invite-user.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { pluginWorkerScript, type Settings } from "../../../server/settings.ts";
import { type RunningOffice, startOffice } from "../../../server/start-office.ts";
import { builtPlugin } from "../../support/built-plugin.ts";
import { pluginWorker } from "../../support/plugin-worker.ts";
import type { BuiltPlugins } from "../../support/test-host.ts";
import { ApiClient } from "./api-client.ts";

/** Of every account of a running library. */
export const password = "a library card";

/** A library that answers over HTTP, with one account for each of its roles. */
export interface RunningLibrary extends AsyncDisposable {
  readonly office: RunningOffice;
  readonly settings: Settings;
  /** Somebody who is not signed in. */
  stranger(): ApiClient;
  /** Somebody signed in with that role. */
  as(role: string): Promise<ApiClient>;
  /** Stops it and starts it again on the same data, with these settings changed. */
  restart(changed?: Partial<Settings>): Promise<void>;
}

const pack = new URL("../../support/library-office", import.meta.url).pathname;

/** What a test brings beside the library's own. */
export interface LibraryExtras {
  readonly clock?: Clock;
  readonly plugins?: BuiltPlugins;
  readonly logger?: Logger;
}

/** Starts it in this process, on an empty database, with these settings changed. */
export async function startLibrary(
  changed: Partial<Settings> = {},
  extras: LibraryExtras = {},
): Promise<RunningLibrary> {
  const dataFolder = await mkdtemp(join(tmpdir(), "passerelle-http-"));
  const settings: Settings = {
    port: 0,
    host: "127.0.0.1",
    publicUrl: null,
    trustProxy: 0,
    databaseUrl: `sqlite:${join(dataFolder, "town.db")}`,
    dataFolder,
    officeFolder: pack,
    sample: null,
    sessionSecret: "for tests alone",
    sessionSecretGiven: true,
    smtpUrl: null,
    oidc: null,
    logLevel: "silent",
    buildFolder: join(dataFolder, "build"),
    ...changed,
  };
  const { clock, logger = pino({ level: "silent" }) } = extras;
  const mail = settings.smtpUrl === null ? {} : { "notifications-email": await builtPlugin("notifications-email") };
  const plugins = { ...mail, ...extras.plugins };
  await installPlugins(settings, plugins);
  const start = (again: Partial<Settings> = {}) =>
    startOffice({ settings: { ...settings, ...again }, logger, ...(clock && { clock }) });
  let office = await start();
  await addAccounts(office);
  return {
    get office() {
      return office;
    },
    settings,
    stranger: () => new ApiClient(office.url),
    async as(role) {
      const client = new ApiClient(office.url);
      const answer = await client.post("/api/auth/login", { email: `${role}@library.test`, password });
      if (answer.status !== 200) throw new Error(`${role} cannot sign in: ${answer.text}`);
      return client;
    },
    async restart(again) {
      await office.close();
      office = await start(again);
    },
    async [Symbol.asyncDispose]() {
      await office.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Lays them where a build would, with the thread that they are examined in. */
async function installPlugins(settings: Settings, plugins: BuiltPlugins): Promise<void> {
  if (Object.keys(plugins).length === 0) return;
  const worker = pluginWorkerScript(settings);
  await mkdir(dirname(worker), { recursive: true });
  await copyFile(pluginWorker(), worker);
  await writeFile(join(dirname(worker), "package.json"), '{"type":"module"}');
  for (const [id, built] of Object.entries(plugins)) {
    const folder = join(settings.buildFolder, "plugins", id);
    await mkdir(folder, { recursive: true });
    const files = typeof built === "string" ? { "plugin.mjs": built } : built;
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  }
}

/** None where there are some: the data of another library were taken over. */
async function addAccounts({ town: { people } }: RunningOffice): Promise<void> {
  if ((await people.users.all()).length > 0) return;
  for (const role of people.roles()) {
    await addUser(people, { email: `${role}@library.test`, name: `The ${role}`, roles: [role] }, password);
  }
}

/** A book, a member with a valid card, and a loan of the one to the other. */
export async function lend(librarian: ApiClient): Promise<{ book: JsonObject; member: JsonObject; loan: JsonObject }> {
  const book = (await librarian.post("/api/books", { title: "Émile", copies: 2 })).body;
  const card = { firstName: "Zoé", lastName: "Étienne", cardUntil: "2199-01-01" };
  const member = (await librarian.post("/api/members", card)).body;
  const loan = (await librarian.post("/api/loans", { memberId: member["id"] ?? "", bookId: book["id"] ?? "" })).body;
  return { book, member, loan };
}
