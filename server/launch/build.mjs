import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { buildUnlessFresh } from "./fresh.mjs";
import { root } from "./root.mjs";

const lock = "package-lock.json";

/** Builds what is stale: the server, each plugin on its own, the back office. */
export async function buildAll() {
  await buildServer();
  await buildPlugins();
  await buildAdmin();
}

/** `build/server/main.js` and `build/server/passerelle.js`, from `server/`. */
export async function buildServer() {
  await buildUnlessFresh({
    output: "build/server",
    sources: ["server", lock],
    build: async () => {
      const { serverBundle } = await import("./bundles.mjs");
      const { build } = await import("esbuild");
      await build(serverBundle());
    },
  });
}

/**
 * `build/plugins/<id>/`, each on its own: one that does not build leaves its reason in `broken.txt` and stops nothing
 * else; one that is gone from `plugins/` goes from there. Returns the ids of those that were not as they are.
 */
export async function buildPlugins() {
  const changed = [];
  for (const id of builtIds().filter((one) => !pluginIds().includes(one))) {
    rmSync(`${root}build/plugins/${id}`, { recursive: true });
    changed.push(id);
  }
  for (const id of pluginIds()) {
    const isBuilt = await buildUnlessFresh({
      output: `build/plugins/${id}`,
      sources: [`plugins/${id}`, "server/plugin-api", "admin/plugin-slots", lock],
      build: async () => {
        const { buildPlugin } = await import("./bundles.mjs");
        await buildPlugin(id);
      },
    });
    if (isBuilt) changed.push(id);
  }
  return changed;
}

function builtIds() {
  return existsSync(`${root}build/plugins`) ? readdirSync(`${root}build/plugins`) : [];
}

/** `build/admin/`, by Vite. */
export async function buildAdmin() {
  if (!existsSync(`${root}admin/index.html`)) return;
  await buildUnlessFresh({
    output: "build/admin",
    sources: ["admin", "server/engine", "server/plugin-api", "server/http/api-types.ts", "vite.config.ts", lock],
    build: async () => {
      console.log("Construction de l’interface…");
      // In a process of its own: what Vite takes would stay with the office that this one goes on to be.
      const vite = [`${root}node_modules/vite/bin/vite.js`, "build", `${root}admin`];
      execFileSync(process.execPath, [...vite, "--config", `${root}vite.config.ts`, "--logLevel", "warn"], {
        stdio: "inherit",
      });
    },
  });
}

/** Folders of `plugins/` that hold a `plugin.ts`; one whose name begins with `_` is a template. */
export function pluginIds() {
  return readdirSync(`${root}plugins`)
    .filter((id) => !id.startsWith("_") && existsSync(`${root}plugins/${id}/plugin.ts`))
    .sort();
}
