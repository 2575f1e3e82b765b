import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loggedError } from "../../../server/http/logged-error.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { built } from "../../support/test-host.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

const lines: JsonObject[] = [];
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
  library = await startLibrary({}, { logger, plugins });
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
