import { once } from "node:events";
import { connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loggedError } from "../../../server/http/logged-error.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { ApiAnswer, ApiClient } from "./api-client.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

const lines: JsonObject[] = [];
let library: RunningLibrary;
let admin: ApiClient;

beforeAll(async () => {
  const write = (line: string) => void lines.push(JSON.parse(line) as JsonObject);
  library = await startLibrary({}, { logger: pino({ level: "info", serializers: { err: loggedError } }, { write }) });
  admin = await library.as("admin");
});

afterAll(() => library[Symbol.asyncDispose]());

const type = "multipart/form-data; boundary=between";
const told = ({ status, body }: ApiAnswer) => [status, body["code"]];
const atLevel = (level: number) => lines.filter((line) => line["level"] === level);

function begun(name: string, content: string): string {
  return `--between\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}`;
}

/** Goes away once the office has begun to answer, and after having sent that much more. */
async function goAway(head: readonly string[], more: string): Promise<void> {
  const { host, hostname, port } = new URL(library.office.url);
  const socket = connect(Number(port), hostname);
  socket.write([...head, `Host: ${host}`, `Cookie: ${admin.cookie}`, "", ""].join("\r\n"));
  await once(socket, "data");
  socket.end(more);
}

test.each([
  ["a document", "/api/files", begun("notes.txt", "Zoé called")],
  ["an import", "/api/imports/members", begun("members.csv", "firstName;lastName\nZoé;Roux")],
])("the form of %s that had no end was a defect", async (_what, path, content) => {
  const answer = await admin.call("POST", path, { raw: { type, content } });
  expect(told(answer)).toEqual([400, "file-cut-off"]);
  expect(atLevel(50)).toEqual([]);
});

test.each([
  ["has no name", begun("", "Zoé")],
  ["is refused for its kind", begun("virus.exe", `MZ${"\u0000".repeat(100_000)}`)],
])("a file that %s ended the office when its form had no end", async (_what, content) => {
  const answer = await admin.call("POST", "/api/files", { raw: { type, content } });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect((await admin.get("/healthz")).status).toBe(200);
});

test("an import of more than 20 MB was never answered", async () => {
  const form = new FormData();
  form.append("file", new Blob(["firstName;lastName\n", "x".repeat(21 * 1024 * 1024)]), "members.csv");
  expect(told(await admin.post("/api/imports/members", form))).toEqual([413, "body-too-large"]);
});

test("whoever went away while sending a file was told as a database that does not answer", async () => {
  const sent = lines.length;
  const head = [
    "POST /api/files HTTP/1.1",
    `Content-Type: ${type}`,
    "Content-Length: 10000000",
    "Expect: 100-continue",
  ];
  await goAway(head, begun("notes.txt", "Zoé called"));
  const ofRequest = () =>
    lines.slice(sent).find(({ req }) => (req as JsonObject | undefined)?.["path"] === "/api/files");
  await vi.waitFor(() => expect(ofRequest()).toMatchObject({ msg: "broken off" }), { timeout: 20_000 });
  expect(atLevel(50)).toEqual([]);
});

test("whoever went away while a file was sent to them was told as an error of the office", async () => {
  const form = new FormData();
  form.append("file", new Blob(["x".repeat(14_000_000)]), "notes.txt");
  const { id } = (await admin.post("/api/files", form)).body;
  await goAway([`GET /api/files/${id} HTTP/1.1`], "");
  const path = `/api/files/${id}`;
  const ofRequest = () => lines.find(({ req }) => (req as JsonObject | undefined)?.["path"] === path);
  await vi.waitFor(() => expect(ofRequest()).toMatchObject({ msg: "broken off" }), { timeout: 20_000 });
  expect(atLevel(50)).toEqual([]);
});
