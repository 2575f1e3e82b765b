import { afterAll, beforeAll, expect, test } from "vitest";
import { built } from "../../support/test-host.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;

beforeAll(async () => {
  library = await startLibrary({}, { plugins: { quiet: built("quiet") } });
});

afterAll(() => library[Symbol.asyncDispose]());

test("a listed plugin that was changed and sent back whole was refused", async () => {
  const admin = await library.as("admin");
  const [listed] = (await admin.get("/api/plugins")).list;
  for (const enabled of [true, false]) {
    const answer = await admin.put("/api/plugins/quiet", { ...listed, enabled });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body["enabled"]).toBe(enabled);
  }
  const misspelt = await admin.put("/api/plugins/quiet", { ...listed, enable: true });
  expect(misspelt.body["code"]).toBe("unknown-member");
});
