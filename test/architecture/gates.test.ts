import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs a tool of `node_modules/.bin`; answers what it printed when it was not content, and nothing when it was. */
function complaints(tool: string, ...args: string[]): string {
  const run = spawnSync(`node_modules/.bin/${tool}`, args, { encoding: "utf8", shell: process.platform === "win32" });
  return run.status === 0 ? "" : `${tool} ${args.join(" ")}\n${run.stdout}\n${run.stderr}`;
}

const patiently = { timeout: 900_000 };

test("types hold", patiently, () => {
  expect(complaints("tsc", "-p", ".")).toBe("");
});

test("Biome finds nothing to mend", patiently, () => {
  expect(complaints("biome", "check")).toBe("");
});

test("knip finds nothing unused", patiently, () => {
  expect(complaints("knip")).toBe("");
});

test("every import goes the way that docs/architecture.md shows", patiently, () => {
  expect(complaints("depcruise", "server", "admin", "plugins", "test", "--output-type", "err")).toBe("");
});
