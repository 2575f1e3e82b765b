import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { Database } from "../../server/adapters/sql/database.ts";
import { sendEvent } from "../../server/domain/cases/send-event.ts";
import { createRecord } from "../../server/domain/records/create-record.ts";
import type { JsonObject } from "../../server/plugin-api/json.ts";
import { freePort } from "../support/free-port.ts";
import { type Library, openLibrary } from "../support/library-office/open-library.ts";
import type { LibraryTown } from "../support/library-town.ts";
import { type Contender, pace } from "./measure.ts";

const cases = 320;
const atOnce = 32;
const steps = ["SUSPEND", "RESUME"] as const;

/** Transitions a second in process, 32 at once, each read, decided, written and answered by the use case. */
export async function transitionsInProcess(database: Database, library?: Library): Promise<Contender> {
  const { office, as } = library ?? (await openLibrary(database));
  const caller = as("librarian");
  const made = async (type: string, data: JsonObject) =>
    String((await createRecord(office, caller, { type, data }))["id"]);
  const memberId = await made("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await made("books", { title: "Germinal", author: "Émile Zola", copies: cases + 1 });
  const ids: string[] = [];
  for (let n = 0; n < cases; n++) ids.push(await made("loans", { memberId, bookId, dueOn: "2099-01-01" }));
  let turn = 0;
  return async (milliseconds) => {
    const send = () => {
      const id = ids[turn % cases] ?? "";
      return sendEvent(office, caller, { type: "loans", id, body: { type: stepOf(turn++), payload: {} } });
    };
    return (await pace({ atOnce, milliseconds, once: send })).perSecond;
  };
}

/** Each round over all cases takes the other step. */
function stepOf(turn: number): string {
  return steps[Math.floor(turn / cases) % steps.length] ?? steps[0];
}

/** Transitions a second over HTTP, 32 connections, with sign-in, permissions and history. */
export async function transitionsOverHttp(town: LibraryTown): Promise<Contender> {
  const made = async (type: string, body: object) =>
    ((await town.call(`/api/${type}`, { method: "POST", body })).body as { id: string }).id;
  const memberId = await made("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const bookId = await made("books", { title: "Germinal", author: "Émile Zola", copies: cases + 1 });
  const ids: string[] = [];
  for (let n = 0; n < cases; n++) ids.push(await made("loans", { memberId, bookId, dueOn: "2099-01-01" }));
  let turn = 0;
  return (milliseconds) =>
    loaded(town.product.url, milliseconds, (request) => {
      const id = ids[turn % cases] ?? "";
      const body = JSON.stringify({ type: stepOf(turn), payload: {} });
      turn++;
      return { ...request, method: "POST", path: `/api/loans/${id}/events`, headers: town.headers, body };
    });
}

/** A bare Express, in a process of its own, that says the same JSON. */
export async function bareExpress(answer: unknown): Promise<Contender & AsyncDisposable> {
  const port = await freePort();
  const script = fileURLToPath(new URL("./bare-express.js", import.meta.url));
  const process = spawn("node", [script, String(port), JSON.stringify(answer)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { NODE_ENV: "production" },
  });
  await once(process.stdout, "data");
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ type: "SUSPEND", payload: {} });
  const run: Contender = (milliseconds) =>
    loaded(`http://127.0.0.1:${port}`, milliseconds, (request) => ({
      ...request,
      method: "POST",
      path: "/",
      headers,
      body,
    }));
  return Object.assign(run, {
    [Symbol.asyncDispose]: async () => {
      process.kill();
      await once(process, "exit");
    },
  });
}

async function loaded(
  url: string,
  milliseconds: number,
  next: (request: autocannon.Request) => autocannon.Request,
): Promise<number> {
  const result = await autocannon({
    url,
    connections: atOnce,
    duration: milliseconds / 1000,
    requests: [{ setupRequest: next }],
  });
  if (result.non2xx > result["2xx"] / 100)
    throw new Error(`${result.non2xx} requests were refused, ${result["2xx"]} were not.`);
  return result["2xx"] / result.duration;
}
