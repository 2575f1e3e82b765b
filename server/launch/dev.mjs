import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm run dev`: a plugin is built and taken up again while the office runs; the server starts again when its own code
// changes; Vite reloads the back office at :5173.
ensureInstalled();
const { buildServer, buildPlugins, pluginIds } = await import("./build.mjs");
const { createServer } = await import("vite");

const settleMs = 50;
let office = null;
let working = Promise.resolve();

/** One thing after the other; what fails is told, and the next change tries again. */
function inTurn(work) {
  working = working.then(work).catch((error) => console.error(error.message));
}

async function restart() {
  await buildServer();
  await buildPlugins();
  if (office) {
    const stopped = new Promise((resolve) => office.once("exit", resolve));
    office.kill("SIGTERM");
    await stopped;
  }
  const run = 'import("./build/server/main.js").then(({ main }) => main())';
  office = spawn(process.execPath, ["--enable-source-maps", "--input-type=module", "--eval", run], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
}

async function reloadPlugins() {
  const start = performance.now();
  const built = await buildPlugins();
  if (built.length === 0 || !office?.connected) return;
  const inForce = new Promise((resolve) => office.once("message", resolve));
  office.send("plugins-built");
  await inForce;
  console.log(`${built.join(", ")} : en service après ${Math.round(performance.now() - start)} ms`);
}

function follow(folder, work) {
  let settling = null;
  watch(`${root}${folder}`, { recursive: true }, () => {
    clearTimeout(settling);
    settling = setTimeout(() => inTurn(work), settleMs);
  });
}

follow("server", restart);
follow("workflows", restart);
follow("plugins", reloadPlugins);

inTurn(restart);
await working;
console.log(`Extensions suivies : ${pluginIds().join(", ")}`);
const vite = await createServer({ root: `${root}admin`, configFile: `${root}vite.config.ts` });
await vite.listen();
vite.printUrls();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, async () => {
    office?.kill("SIGTERM");
    await vite.close();
    process.exit(0);
  });
