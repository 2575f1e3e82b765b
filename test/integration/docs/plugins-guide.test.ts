import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { builtPlugin } from "../../support/built-plugin.ts";
import { memorySettings, testHost } from "../../support/test-host.ts";
import { guideExample } from "./guide-example.ts";

/** The plugin that the guide shows under this path, built as the launcher builds it. */
async function builtExample(id: string): Promise<string> {
  const code = await guideExample(id);
  const folder = await mkdtemp(join("plugins", "guide-"));
  try {
    await writeFile(join(folder, "plugin.ts"), code);
    return await builtPlugin(basename(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("the rule of the guide blocks a Sunday with its sentence", async () => {
  await using world = await testHost({ "opening-hours": await builtExample("opening-hours") });
  expect(world.host.list("en")).toMatchObject([{ id: "opening-hours", status: "active" }]);
  const rule = world.host.guards()["on-a-weekday"];
  const on = (today: string) => rule?.evaluate({}, { case: {}, related: {}, counts: {}, today, language: "en" });
  expect(on("2026-11-23")).toEqual({ ok: true });
  expect(on("2026-11-22")).toMatchObject({ ok: false, reasons: [{ message: "The office is closed at the weekend." }] });
});

test("the report of the guide runs in a thread of its own, with settings brought from an older version", async () => {
  const older = { id: "remote-figures", enabled: true, config: { address: "https://old.example/" }, configVersion: 1 };
  const settings = memorySettings([older]);
  await using world = await testHost({ "remote-figures": await builtExample("remote-figures") }, { settings });
  expect(world.host.list("en")).toMatchObject([
    { status: "active", config: { url: "https://old.example/" }, usage: { isolation: "worker" } },
  ]);
  expect(await settings.read()).toMatchObject([{ config: { url: "https://old.example/" }, configVersion: 2 }]);
});

test("every example that the guide names has a README and a test, and is read in one sitting", async () => {
  const text = await readFile("docs/plugins.md", "utf8");
  const named = [...text.matchAll(/`(?:plugins\/)?((?:notifications|offer|export|calendar)-[a-z]+)`/g)].map(
    ([, id]) => id,
  );
  expect(named.length).toBeGreaterThan(4);
  for (const id of named) {
    const files = await readdir(`plugins/${id}`);
    expect(files).toContain("README.md");
    expect(files.filter((name) => name.endsWith(".test.ts"))).not.toEqual([]);
    const code = files.filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"));
    const texts = await Promise.all(code.map((name) => readFile(`plugins/${id}/${name}`, "utf8")));
    expect([id, texts.join("").split("\n").length < 150]).toEqual([id, true]);
  }
});
