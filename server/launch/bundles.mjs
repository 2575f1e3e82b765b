import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { root } from "./root.mjs";

/** The server as ES modules for Node, packages left where they are installed. */
export function serverBundle() {
  return {
    absWorkingDir: root,
    entryPoints: {
      main: "server/main.ts",
      passerelle: "server/cli/passerelle.ts",
      "plugin-worker": "server/plugin-host/isolation/plugin-worker.ts",
    },
    outdir: "build/server",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  };
}

/** Builds one plugin. Its failure is a file for the plugin host to read, not the end of the build. */
export async function buildPlugin(id) {
  const output = `${root}build/plugins/${id}`;
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  try {
    await build(pluginServerBundle(id));
    if (existsSync(`${root}plugins/${id}/admin.tsx`)) await build(pluginAdminBundle(id));
  } catch (error) {
    console.error(`L'extension « ${id} » ne se construit pas ; le reste démarre sans elle.\n${error.message}`);
    writeFileSync(`${output}/broken.txt`, error.message);
  }
}

export function pluginServerBundle(id) {
  return {
    absWorkingDir: root,
    entryPoints: { plugin: `plugins/${id}/plugin.ts` },
    outdir: `build/plugins/${id}`,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: true,
    loader: { ".json": "json" },
    logLevel: "silent",
  };
}

/** The back-office part of a plugin: React and the kit are the host's, read from the page. */
export function pluginAdminBundle(id) {
  return {
    absWorkingDir: root,
    entryPoints: { admin: `plugins/${id}/admin.tsx` },
    outdir: `build/plugins/${id}`,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    minify: true,
    plugins: [hostModules()],
    logLevel: "silent",
  };
}

/** Replaces the modules that the host shares by reads of `globalThis.passerelle.modules`. */
function hostModules() {
  return {
    name: "host-modules",
    setup(bundle) {
      const shared = /^(react|react\/jsx-runtime|.*\/admin\/plugin-slots\/kit\.tsx?)$/;
      bundle.onResolve({ filter: shared }, ({ path }) => ({
        path: path.includes("plugin-slots/kit") ? "kit" : path,
        namespace: "host-module",
      }));
      bundle.onLoad({ filter: /.*/, namespace: "host-module" }, ({ path }) => ({
        contents: `module.exports = globalThis.passerelle.modules[${JSON.stringify(path)}];`,
        loader: "js",
      }));
    },
  };
}
