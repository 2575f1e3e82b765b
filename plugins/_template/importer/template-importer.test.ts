import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { conformance } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

test("keeps what every importer keeps: no line is lost, each bad one is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "template-importer-"));
  const path = join(folder, "bodies.csv");
  await writeFile(path, "Mission locale;Angers\n;Trélazé\n\nCCAS;Trélazé\n");
  const trial = { path, records: 2, rejected: 1 };
  expect(await conformance(plugin, { importers: { "template-importer": trial } })).toEqual([]);
  await rm(folder, { recursive: true });
});
