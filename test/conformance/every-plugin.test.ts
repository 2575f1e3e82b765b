import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const plugins = readdirSync("plugins", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|[/\\])plugin\.ts$/.test(path))
  .map((path) => join("plugins", path, ".."));

/** What a kind promises is tried by `conformance()`; a sample is tried by loading it. */
const tried = /\b(guards|actions|matchers|finders|reports|channels|importers|exporters):/;

function isTried(folder: string): boolean {
  if (!tried.test(readFileSync(join(folder, "plugin.ts"), "utf8"))) return true;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .some((name) => /\bconformance\(plugin/.test(readFileSync(join(folder, name), "utf8")));
}

test("every plugin of the product tries all that it contributes by the conformance kit", () => {
  expect(plugins.length).toBeGreaterThan(10);
  expect(plugins.filter((folder) => !isTried(folder))).toEqual([]);
});
