import autocannon from "autocannon";
import express from "express";
import type { Database } from "../../server/adapters/sql/database.ts";
import { sendEvent } from "../../server/domain/cases/send-event.ts";
import { createRecord } from "../../server/domain/records/create-record.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { openLibrary } from "../support/library-office/open-library.ts";
import type { LibraryTown } from "../support/library-town.ts";
import { pace } from "./measure.ts";

const cases = 320;
const atOnce = 32;
const steps = ["SUSPEND", "RESUME"] as const;

/** Transitions a second in process, 32 at once, each read, decided, written and answered by the use case. */
export async function transitionsInProcess(database: Database, milliseconds: number): Promise<number> {
  const { office, as } = await openLibrary(database);
  const caller = as("librarian");
  const made = async (type: string, data: JsonObject) =>
    String((await createRecord(office, caller, { type, data }))["id"]);
  const memberId = await made("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await made("books", { title: "Germinal", author: "Émile Zola", copies: cases + 1 });
  const ids: string[] = [];
  for (let n = 0; n < cases; n++) ids.push(await made("loans", { memberId, bookId, dueOn: "2099-01-01" }));
  const { perSecond } = await pace({
    atOnce,
    milliseconds,
    once: (turn) => {
      const id = ids[turn % cases] ?? "";
      return sendEvent(office, caller, { type: "loans", id, body: { type: stepOf(turn), payload: {} } });
    },
  });
  return perSecond;
}

/** Each round over all cases takes the other step. */
function stepOf(turn: number): string {
  return steps[Math.floor(turn / cases) % steps.length] ?? steps[0];
}

/** Transitions a second over HTTP, 32 connections, with sign-in, permissions and history. */
export async function transitionsOverHttp(town: LibraryTown, seconds: number): Promise<number> {
  const made = async (type: string, body: object) =>
    ((await town.call(`/api/${type}`, { method: "POST", body })).body as { id: string }).id;
  const memberId = await made("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await made("books", { title: "Germinal", author: "Émile Zola", copies: cases + 1 });
  const ids: string[] = [];
  for (let n = 0; n < cases; n++) ids.push(await made("loans", { memberId, bookId, dueOn: "2099-01-01" }));
  let turn = 0;
  return await loaded(town.product.url, seconds, (request) => {
    const id = ids[turn % cases] ?? "";
    const body = JSON.stringify({ type: stepOf(turn), payload: {} });
    turn++;
    return { ...request, method: "POST", path: `/api/loans/${id}/events`, headers: town.headers, body };
  });
}

/** Answers a second of a bare Express that says the same JSON, 32 connections. */
export async function bareExpress(answer: unknown, seconds: number): Promise<number> {
  const app = express();
  app.use(express.json());
  app.post("/", (_request, response) => {
    response.json(answer);
  });
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ type: "SUSPEND", payload: {} });
  const perSecond = await loaded(`http://127.0.0.1:${port}`, seconds, (request) => ({
    ...request,
    method: "POST",
    path: "/",
    headers,
    body,
  }));
  server.close();
  return perSecond;
}

async function loaded(
  url: string,
  seconds: number,
  next: (request: autocannon.Request) => autocannon.Request,
): Promise<number> {
  const result = await autocannon({ url, connections: atOnce, duration: seconds, requests: [{ setupRequest: next }] });
  if (result.non2xx > result["2xx"] / 100)
    throw new Error(`${result.non2xx} requests were refused, ${result["2xx"]} were not.`);
  return result["2xx"] / result.duration;
}
