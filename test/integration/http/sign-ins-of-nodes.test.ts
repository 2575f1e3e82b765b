import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { type RunningOffice, startOffice } from "../../../server/start-office.ts";
import { postgresPlace, type TestPlace } from "../../support/databases.ts";
import { openPage } from "./open-page.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let place: TestPlace;
let folder: string;
let one: RunningLibrary;
let other: RunningOffice;

beforeAll(async () => {
  place = await postgresPlace();
  folder = await mkdtemp(join(tmpdir(), "passerelle-nodes-"));
  one = await startLibrary({ databaseUrl: place.url });
  const settings = { ...one.settings, dataFolder: folder };
  other = await startOffice({ settings, logger: pino({ level: "silent" }) });
});

afterAll(async () => {
  await other.close();
  await one[Symbol.asyncDispose]();
  await place.remove();
  await rm(folder, { recursive: true, force: true });
});

test("somebody who was demoted at one node was answered by the other for five seconds more", async () => {
  const admin = await one.as("admin");
  const librarian = await one.as("librarian");
  const { id } = (await librarian.get("/api/auth/me")).body["user"] as JsonObject;
  const page = await openPage(other, librarian.cookie);
  const ask = () => fetch(`${other.url}/api/books`, { headers: { cookie: librarian.cookie } });
  expect((await ask()).status).toBe(200);
  expect((await admin.put(`/api/users/${id}`, { roles: ["trustee"] })).status).toBe(200);
  const demoted = performance.now();
  let lastAnswered = demoted;
  const answered = async () => {
    const asked = performance.now();
    const { status } = await ask();
    if (status === 200) lastAnswered = asked;
    return status;
  };
  await expect.poll(answered).toBe(401);
  expect(lastAnswered - demoted).toBeLessThan(1000);
  await expect.poll(() => performance.now() - demoted).toBeGreaterThan(2000);
  const { id: unheard } = (await admin.post("/api/books", { title: "After hours" })).body;
  await expect.poll(() => page.isOver).toBe(true);
  expect(page.told).not.toContain(unheard);
  await admin.put(`/api/users/${id}`, { roles: ["librarian"] });
});

test("who signed in anew after a change of their account was turned away by the other node for a moment", async () => {
  const admin = await one.as("admin");
  const askOther = async (cookie: string) => (await fetch(`${other.url}/api/auth/me`, { headers: { cookie } })).status;
  const desk = await one.as("desk");
  const { id } = (await desk.get("/api/auth/me")).body["user"] as JsonObject;
  for (const roles of [["trustee"], ["desk"]]) {
    expect(await askOther((await one.as("desk")).cookie)).toBe(200);
    expect((await admin.put(`/api/users/${id}`, { roles })).status).toBe(200);
  }
  expect(await askOther((await one.as("desk")).cookie)).toBe(200);
});
