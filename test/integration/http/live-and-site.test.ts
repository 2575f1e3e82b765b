import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;

beforeAll(async () => {
  library = await startLibrary();
  const folder = join(library.settings.buildFolder, "admin");
  await mkdir(join(folder, "assets"), { recursive: true });
  await writeFile(join(folder, "index.html"), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  await writeFile(join(folder, "assets/main-1a2b.js"), "1");
});

afterAll(() => library[Symbol.asyncDispose]());

test("/api/live tells what changed to those who may read it", async () => {
  const librarian = await library.as("librarian");
  const trustee = await library.as("trustee");
  const abort = new AbortController();
  const listen = async (cookie: string) => {
    const options = { headers: { cookie }, signal: abort.signal };
    const answer = await fetch(`${library.office.url}/api/live`, options);
    return answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  };
  const mine = await listen(librarian.cookie);
  const theirs = await listen(trustee.cookie);
  await Promise.all([mine?.read(), theirs?.read()]);
  const { body } = await librarian.post("/api/books", { title: "News" });
  expect((await mine?.read())?.value).toBe(`data: {"type":"books","id":"${body["id"]}","version":1}\n\n`);
  const definition = (await (await library.as("admin")).get("/api/office/definition")).body;
  await (await library.as("admin")).put("/api/office/definition", { ...definition, name: "Library" });
  expect((await theirs?.read())?.value).toMatch(/^data: \{"definitions":\d+\}\n\n$/);
  abort.abort();
});

test("a page that stopped reading had all changes kept for it in memory", async () => {
  const { live } = library.office.town;
  await vi.waitFor(() => expect(live.size).toBe(0), { timeout: 20_000 });
  const { cookie } = await library.as("librarian");
  const { host, hostname, port } = new URL(library.office.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET /api/live HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`);
  await once(socket, "readable");
  expect(live.size).toBe(1);
  // More than what the system keeps of it on either side.
  const change = { type: "books", id: "x".repeat(100_000), version: 1, deleted: false };
  for (let told = 0; told < 1000 && live.size > 0; told += 1) {
    live.changed(change);
    await nextTurn();
  }
  expect(live.size).toBe(0);
  socket.destroy();
});

test("the back office answers every plain path, under a policy without unsafe words", async () => {
  const client = library.stranger();
  for (const path of ["/", "/books", "/books/0198/edit", "/settings/users"]) {
    const page = await client.get(path, { accept: "text/html" });
    const policy = page.headers.get("content-security-policy") ?? "";
    const nonce = /content="([^"]+)"/.exec(page.text)?.[1];
    expect([page.status, policy.includes(`'nonce-${nonce}'`), policy.includes("unsafe")]).toEqual([200, true, false]);
  }
  const asset = await client.get("/assets/main-1a2b.js");
  expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect((await client.get("/assets/other.js")).status).toBe(404);
  expect((await client.get("/books.php")).status).toBe(404);
});

test("a write outside the API was answered with a page of the framework", async () => {
  for (const path of ["/", "/books", "/healthz"]) {
    const answer = await library.stranger().post(path, {});
    expect([answer.status, answer.body["code"]]).toEqual([404, "unknown-route"]);
  }
});

test("probes and figures are there", async () => {
  const client = library.stranger();
  expect((await client.get("/healthz")).status).toBe(200);
  expect((await client.get("/readyz")).status).toBe(200);
  expect((await client.get("/metrics")).text).toContain('route="/readyz",status="200"');
});

test("the API is described from the types in force", async () => {
  const librarian = await library.as("librarian");
  const { body } = await librarian.get("/api/openapi.json");
  expect(Object.keys(body["paths"] ?? {})).toContain("/loans/{id}/events");
  expect(Object.keys(body["paths"] ?? {})).not.toContain("/schools/nowhere");
  const page = await librarian.get("/api/docs");
  expect(page.text).toContain("<code>/api/books</code>");
});
