import { spawnSync } from "node:child_process";
import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm test`: all its set-up, then every test. Further arguments go to vitest (`npm test -- engine`).
ensureInstalled();
const { buildAll } = await import("./build.mjs");
await buildAll();
const vitest = spawnSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, "run", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = vitest.status ?? 1;
