import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { testHost } from "../../support/test-host.ts";

const guide = "docs/plugins.md";

/** The first TypeScript of the guide, built as the launcher builds a plugin. */
async function builtExample(): Promise<string> {
  const code = /```ts\n([\s\S]*?)```/.exec(await readFile(guide, "utf8"))?.[1];
  if (!code) throw new Error(`${guide} has no TypeScript in it.`);
  const folder = await mkdtemp(join("plugins", "guide-"));
  try {
    await writeFile(join(folder, "plugin.ts"), code);
    const options = { bundle: true, format: "esm", platform: "node", write: false } as const;
    const { outputFiles } = await build({ ...options, entryPoints: [join(folder, "plugin.ts")] });
    return outputFiles[0]?.text ?? "";
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("the plugin of the guide is loaded, and its rule blocks a Sunday with its sentence", async () => {
  await using world = await testHost({ "opening-hours": await builtExample() });
  expect(world.host.list("en")).toMatchObject([{ id: "opening-hours", status: "active" }]);
  const rule = world.host.guards()["on-a-weekday"];
  const on = (today: string) => rule?.evaluate({}, { case: {}, related: {}, counts: {}, today, language: "en" });
  expect(on("2026-11-23")).toEqual({ ok: true });
  expect(on("2026-11-22")).toMatchObject({ ok: false, reasons: [{ message: "The office is closed at the weekend." }] });
});
