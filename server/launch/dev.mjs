import { watch } from "node:fs";
import { createServer as createListener } from "node:net";
import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm run dev`: one address, at which Vite serves the back office as it is written and passes the rest on to the office.
// A plugin is built and taken up again while the office runs; the office starts again when its own code changes.
ensureInstalled();
const { buildServer, buildPlugins, pluginIds } = await import("./build.mjs");
const { OfficeProcess } = await import("./office-process.mjs");
const { createServer } = await import("vite");

const settleMs = 50;
const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
const officePort = String(await freePort());
const office = new OfficeProcess({
  PORT: officePort,
  HOST: "127.0.0.1",
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
});
let working = Promise.resolve();

/** One thing after the other; what fails is told, and the next change tries again. */
function inTurn(work) {
  working = working.then(work).catch((error) => console.error(error.message));
}

async function restart() {
  await buildServer();
  await buildPlugins();
  await office.restart();
}

async function reloadPlugins() {
  const start = performance.now();
  const built = await buildPlugins();
  if (built.length === 0 || !(await office.takeUpPlugins())) return;
  console.log(`${built.join(", ")} : à jour après ${Math.round(performance.now() - start)} ms`);
}

function follow(folder, work) {
  let settling = null;
  watch(`${root}${folder}`, { recursive: true }, () => {
    clearTimeout(settling);
    settling = setTimeout(() => inTurn(work), settleMs);
  });
}

async function freePort() {
  const listener = createListener();
  await new Promise((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

process.env.PASSERELLE_ORIGIN = `http://127.0.0.1:${officePort}`;
const backOffice = await createServer({
  root: `${root}admin`,
  configFile: `${root}vite.config.ts`,
  server: { port, host, strictPort: true },
});
try {
  await backOffice.listen();
} catch (error) {
  console.error(`PORT : ${error.message}. Arrêtez l’autre programme, ou choisissez un autre port.`);
  process.exit(1);
}
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, async () => {
    // Vite's own close would wait for every open page.
    await office.stop();
    process.exit(0);
  });

follow("server", restart);
follow("workflows", restart);
follow("plugins", reloadPlugins);
inTurn(restart);
console.log(`Extensions suivies : ${pluginIds().join(", ")}`);
