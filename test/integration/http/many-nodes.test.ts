import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { engineCaller } from "../../../server/domain/changes/caller.ts";
import { SettableClock } from "../../../server/domain/changes/settable-clock.ts";
import { createRecord } from "../../../server/domain/records/create-record.ts";
import { recordHistory } from "../../../server/domain/records/history/record-history.ts";
import { type RunningOffice, startOffice } from "../../../server/start-office.ts";
import { DatabaseLine } from "../../chaos/database-line.ts";
import { postgresPlace, type TestPlace } from "../../support/databases.ts";
import { built } from "../../support/test-host.ts";
import { ApiClient } from "./api-client.ts";
import { openPage } from "./open-page.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

let place: TestPlace;
let folder: string;
let one: RunningLibrary;
let other: RunningOffice;

const shaky = `reports: { shaky: { title: "Shaky", run: async () => { throw new Error("torn page"); } } }`;

beforeAll(async () => {
  place = await postgresPlace();
  folder = await mkdtemp(join(tmpdir(), "passerelle-nodes-"));
  one = await startLibrary(
    { databaseUrl: place.url, sessionSecret: "of the one", sessionSecretGiven: false },
    { plugins: { shaky: built("shaky", shaky), spare: built("spare") } },
  );
  other = await startNode({ sessionSecret: "of the other" });
});

afterAll(async () => {
  await other.close();
  await one[Symbol.asyncDispose]();
  await place.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Another process of the same office, but for the process: nothing is shared in memory. */
function startNode({
  sessionSecret = "made here",
  databaseUrl = place.url,
  clock = undefined as SettableClock | undefined,
}) {
  const settings = { ...one.settings, dataFolder: folder, databaseUrl, sessionSecret, sessionSecretGiven: false };
  return startOffice({ settings, logger: pino({ level: "silent" }), ...(clock && { clock }) });
}

/** What the connections of this test's office are called. */
function office(): string {
  return `passerelle ${new URL(place.url).searchParams.get("schema")}`;
}

test("who signs in at one node is signed in at the other, though each made a secret of its own", async () => {
  const librarian = await one.as("librarian");
  const there = await fetch(`${other.url}/api/auth/me`, { headers: { cookie: librarian.cookie } });
  expect(there.status).toBe(200);
});

test("a node whose folder of documents is not that of the others tells so", async () => {
  const [here, there] = await Promise.all([one.office, other].map(({ url }) => fetch(`${url}/readyz`)));
  expect(await here?.json()).toMatchObject({ status: "ready", documents: "here" });
  expect(await there?.json()).toMatchObject({ status: "ready", documents: "elsewhere" });
});

test("a page that is open at one node is told what the other changes", async () => {
  const librarian = await one.as("librarian");
  const page = await openPage(other, librarian.cookie);
  const { body } = await librarian.post("/api/books", { title: "News" });
  await expect.poll(() => page.told).toContain(`data: {"type":"books","id":"${body["id"]}","version":1}\n\n`);
  await page.leave();
});

test("a definition that is published at one node is in force at the other at once", async () => {
  const admin = await one.as("admin");
  const definition = (await admin.get("/api/office/definition")).body;
  await admin.put("/api/office/definition", { ...definition, name: "Library of two nodes" });
  await expect.poll(() => other.town.office.registry.office().name).toBe("Library of two nodes");
});

test("a write that is sent to one node and again to the other is carried out once", async () => {
  const librarian = await one.as("librarian");
  const elsewhere = new ApiClient(other.url);
  elsewhere.cookie = librarian.cookie;
  const view = { type: "books", name: "Of two nodes", filter: {} };
  const key = { "idempotency-key": "of two nodes" };
  const first = await librarian.post("/api/views", view, key);
  expect(first.status).toBe(201);
  expect((await librarian.delete(`/api/views/${first.body["id"]}`)).status).toBe(200);
  expect((await elsewhere.post("/api/views", view, key)).text).toBe(first.text);
  expect((await elsewhere.get("/api/views?type=books")).list).toEqual([]);
});

const statusAt = ({ town }: RunningOffice, id: string) => town.plugins.list("en").find((one) => one.id === id)?.status;

test("a plugin that is switched at one node is switched at the other, and called again there when it is at the one", async () => {
  const admin = await one.as("admin");
  await admin.put("/api/plugins/shaky", { enabled: true });
  await expect.poll(() => statusAt(other, "shaky")).toBe("active");
  const report = other.town.plugins.reports().find(({ id }) => id === "shaky");
  for (let n = 0; n < 5; n++)
    await expect(report?.run({ from: "2026-01-01", to: "2026-01-31" }, { language: "en" })).rejects.toThrow();
  const state = () => other.town.plugins.list("en").find(({ id }) => id === "shaky")?.contributions[0]?.health?.state;
  expect(state()).toBe("open");
  await admin.post("/api/plugins/shaky/retry", {});
  await expect.poll(state).toBe("closed");
});

test("a plugin that the office names since is in force at every node, without a restart", async () => {
  const admin = await one.as("admin");
  const definition = (await admin.get("/api/office/definition")).body;
  await admin.put("/api/office/definition", { ...definition, plugins: ["spare"] });
  await expect.poll(() => statusAt(other, "spare")).toBe("active");
  expect((await admin.get("/api/plugins")).body).toMatchObject([{ id: "shaky" }, { id: "spare", status: "active" }]);
});

test("news go on after the line broke, and open pages are sent away to read again", async () => {
  const librarian = await one.as("librarian");
  const page = await openPage(other, librarian.cookie);
  const { knex } = other.town.database;
  await knex.raw("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?", [
    `${office()} news`,
  ]);
  await expect.poll(() => page.isOver).toBe(true);
  const again = await openPage(other, librarian.cookie);
  const ids: string[] = [];
  // What is told while a node is still connecting again is missed.
  const isTold = async () => {
    ids.push(String((await librarian.post("/api/books", { title: "After the storm" })).body["id"]));
    return ids.some((id) => again.told.includes(id));
  };
  await expect.poll(isTold).toBe(true);
  await again.leave();
});

test("a request that finds the line to the database cut is told so, and the next one is answered", async () => {
  const librarian = await one.as("librarian");
  const { knex } = other.town.database;
  const cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?";
  const statuses = new Set<number>();
  for (let n = 0; n < 5; n += 1) {
    await knex.raw(`${cut} AND pid <> pg_backend_pid()`, [office()]).catch(() => undefined);
    const answers = await Promise.all([1, 2, 3].map(() => librarian.get("/api/books")));
    for (const { status } of answers) statuses.add(status);
  }
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await expect.poll(async () => (await librarian.get("/api/books")).status).toBe(200);
});

test("a session that could not be read for a moment is not ended", async () => {
  const librarian = await one.as("librarian");
  await using line = new DatabaseLine(place.url);
  await line.up();
  await using node = await startNode({ databaseUrl: line.url });
  const me = () => fetch(`${node.url}/api/auth/me`, { headers: { cookie: librarian.cookie, "accept-language": "en" } });
  const cut = line.loseNextStatement('from "sessions"');
  const answer = await me();
  await cut;
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ message: "The database does not answer. Try again in a moment." });
  expect((await me()).status).toBe(200);
});

test("nodes that start together on an empty schema make one office", async () => {
  const empty = await postgresPlace();
  const nodes = await Promise.all([1, 2, 3].map(() => startNode({ databaseUrl: empty.url })));
  try {
    const ready = await Promise.all(nodes.map(({ url }) => fetch(`${url}/readyz`)));
    expect(ready.map(({ status }) => status)).toEqual([200, 200, 200]);
    const versions = new Set(nodes.map(({ town }) => town.definitions.registry.officeVersion()));
    expect(versions).toEqual(new Set([1]));
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
    await empty.remove();
  }
});

test("timers and effects that nodes share are done once each, and none is left", async () => {
  const shared = await postgresPlace();
  const clocks = [1, 2].map(() => new SettableClock("2026-03-02T08:00:00.000Z"));
  const nodes = await Promise.all(clocks.map((clock) => startNode({ databaseUrl: shared.url, clock })));
  const [first] = nodes;
  if (!first) throw new Error("There is no node");
  try {
    const { office } = first.town;
    const caller = engineCaller(office);
    const make = async (type: string, data: object) =>
      String((await createRecord(office, caller, { type, data: { ...data } }))["id"]);
    const memberId = await make("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
    const bookId = await make("books", { title: "Germinal", copies: 1000 });
    const loans = await Promise.all(
      Array.from({ length: 150 }, () => make("loans", { memberId, bookId, dueOn: "2026-03-20" })),
    );
    for (const clock of clocks) clock.moveTo("2026-03-25T08:00:00.000Z");
    await expect.poll(() => office.queue.nextDue("timers"), { timeout: 200_000 }).toBeNull();
    await expect.poll(() => office.queue.nextDue("effects")).toBeNull();
    for (const id of loans) {
      const history = await recordHistory(office, caller, { type: "loans", id });
      expect(history.map(({ event }) => event)).toEqual([
        "create",
        expect.stringContaining("reminder"),
        expect.stringContaining("overdue"),
      ]);
    }
    expect(await office.reader.count({ type: "tasks", where: [] })).toBe(2 * loans.length);
    const fired = await Promise.all(nodes.map(({ url }) => fetch(`${url}/metrics`).then((answer) => answer.text())));
    for (const text of fired) expect(text).toMatch(/passerelle_timers_total\{outcome="done"\} \d+/);
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
    await shared.remove();
  }
});

test("a node that stops says so, answers what is under way, and leaves its work to the others", async () => {
  const node = await startNode({});
  const librarian = await one.as("librarian");
  const { loan } = await lend(librarian);
  const slow = fetch(`${node.url}/api/loans?format=csv`, { headers: { cookie: librarian.cookie } });
  const answered = await slow;
  const closing = node.close();
  expect(await answered.text()).toContain(String(loan["id"]).slice(-6));
  await closing;
  await expect(fetch(`${node.url}/healthz`)).rejects.toThrow();
  expect((await fetch(`${other.url}/readyz`)).status).toBe(200);
});
