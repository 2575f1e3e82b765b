import { AsyncResource } from "node:async_hooks";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SettableClock } from "../../../server/domain/changes/settable-clock.ts";
import { loggedError } from "../../../server/http/logged-error.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { built } from "../../support/test-host.ts";
import { lend, type RunningLibrary, startLibrary } from "./running-library.ts";

/** Calls, as the timers of Node do, on account of whoever asked to be called. */
class AccountingClock extends SettableClock {
  override wakeAt(instant: string, call: () => void): () => void {
    return super.wakeAt(instant, AsyncResource.bind(call));
  }
}

const lines: JsonObject[] = [];
const clock = new AccountingClock("2026-03-02T08:00:00.000Z");
let library: RunningLibrary;

/** A report that tells the log of itself, here or in a thread of its own. */
const telling = (isolation: string) => `
  isolation: "${isolation}",
  reports: { "days-${isolation}": { title: "Days", run: async (_request, context) => {
    await new Promise((resolve) => setImmediate(resolve));
    context.log("counted", { isolation: "${isolation}" });
    return { title: "Days", columns: [{ key: "day", title: "Day", type: "text" }], rows: [], totals: {}, definition: "Days" };
  } } },`;

beforeAll(async () => {
  const logger = pino(
    { level: "info", serializers: { err: loggedError } },
    { write: (line: string) => void lines.push(JSON.parse(line) as JsonObject) },
  );
  const plugins = { here: built("here", telling("process")), apart: built("apart", telling("worker")) };
  library = await startLibrary({}, { clock, logger, plugins });
});

afterAll(() => library[Symbol.asyncDispose]());

const said = (what: string) => lines.filter((line) => line["msg"] === what);

test("a line that a request causes bears its id, however deep it is written", async () => {
  const admin = await library.as("admin");
  await library.office.town.database.knex.schema.renameTable("saved_views", "lost_views");
  const failed = await admin.get("/api/views?type=books");
  expect(failed.status).toBe(500);
  expect(failed.body["requestId"]).toBe(failed.headers.get("x-request-id"));
  expect(said("a defect")).toMatchObject([
    { requestId: failed.body["requestId"], err: { message: expect.anything() } },
  ]);
  const answered = lines.find(({ req }) => (req as JsonObject | undefined)?.["id"] === failed.body["requestId"]);
  expect(answered).toMatchObject({ msg: "answered", res: { status: 500 } });
});

test("what a plugin writes bears the id of the request that it is asked by, in a thread of its own too", async () => {
  const admin = await library.as("admin");
  for (const id of ["here", "apart"]) await admin.put(`/api/plugins/${id}`, { enabled: true });
  const reports = (await admin.get("/api/reports")).list.map(({ id }) => String(id));
  expect(reports).toHaveLength(2);
  const answers = await Promise.all([...reports, ...reports].map((id) => admin.get(`/api/reports/${id}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await expect.poll(() => said("counted").length).toBe(4);
  const ids = answers.map(({ headers }) => headers.get("x-request-id"));
  expect(
    said("counted")
      .map(({ requestId }) => requestId)
      .sort(),
  ).toEqual(ids.sort());
});

test("what the office does by itself later bears no request’s id, though a request woke it up for it", async () => {
  const fired = () => said("Done in the background").filter(({ unit }) => unit === "timer");
  const lendUntil = async (dueOn: string) => {
    const librarian = await library.as("librarian");
    const path = `/api/loans/${(await lend(librarian)).loan["id"]}`;
    await librarian.put(path, { dueOn });
    const { list } = await librarian.get(`${path}/timers`);
    return Date.parse(list.map(({ dueAt }) => String(dueAt)).sort()[0] ?? "");
  };
  const moveTo = (instant: number) => clock.moveTo(new Date(instant).toISOString());

  const first = await lendUntil("2026-03-10");
  moveTo(first);
  await expect.poll(() => fired().length).toBe(1);
  const nextDay = first + 24 * 3_600_000;
  moveTo(nextDay - 10_000);
  expect(await lendUntil("2026-03-11")).toBe(nextDay);
  moveTo(nextDay);
  await expect.poll(() => fired().length).toBe(2);
  expect(fired().map(({ workId, requestId }) => [typeof workId, requestId])).toEqual([
    ["string", undefined],
    ["string", undefined],
  ]);
});
