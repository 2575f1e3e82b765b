import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { ensureInstalled } from "./installed.mjs";
import { root } from "./root.mjs";

// `npm run dev`: the server starts again when its code or a plugin's changes; Vite reloads the back office at :5173.
ensureInstalled();
const { buildServer, buildPlugins } = await import("./build.mjs");
const { createServer } = await import("vite");

let office = null;
let pending = null;

async function restart() {
  pending = null;
  try {
    await buildServer();
    await buildPlugins();
  } catch (error) {
    console.error(error.message);
    return;
  }
  if (office) {
    const stopped = new Promise((resolve) => office.once("exit", resolve));
    office.kill("SIGTERM");
    await stopped;
  }
  const run = 'import("./build/server/main.js").then(({ main }) => main())';
  office = spawn(process.execPath, ["--enable-source-maps", "--input-type=module", "--eval", run], {
    cwd: root,
    stdio: "inherit",
  });
}

for (const folder of ["server", "plugins", "workflows"]) {
  watch(`${root}${folder}`, { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(restart, 100);
  });
}

await restart();
const vite = await createServer({ root: `${root}admin`, configFile: `${root}vite.config.ts` });
await vite.listen();
vite.printUrls();
process.on("SIGINT", async () => {
  office?.kill("SIGTERM");
  await vite.close();
  process.exit(0);
});
