import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
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
    // An office that runs keeps its maps in memory: lines are enough there, the text stands in the sources.
    sourcesContent: false,
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
  };
}

/**
 * Builds one plugin. Its failure is a file for the plugin host to read, not the end of the build. The files come all at
 * once, so that an office that runs never reads half of them.
 */
export async function buildPlugin(id) {
  const output = `${root}build/plugins/${id}`;
  const files = await builtFiles(id);
  mkdirSync(output, { recursive: true });
  for (const { path, contents } of files) {
    // What is as it was is not taken up again: a saved page leaves the code on the server where it is.
    if (existsSync(path) && readFileSync(path).equals(Buffer.from(contents))) continue;
    writeFileSync(`${path}.new`, contents);
    renameSync(`${path}.new`, path);
  }
  const names = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(output)) if (!names.has(name)) rmSync(`${output}/${name}`, { recursive: true });
}

async function builtFiles(id) {
  try {
    const bundles = [pluginServerBundle(id)];
    if (existsSync(`${root}plugins/${id}/admin.tsx`)) bundles.push(pluginAdminBundle(id));
    const built = await Promise.all(bundles.map((bundle) => build({ ...bundle, write: false })));
    return built.flatMap(({ outputFiles }) => outputFiles);
  } catch (error) {
    console.error(`L’extension « ${id} » ne se construit pas ; le reste démarre sans elle.\n${error.message}`);
    return [{ path: `${root}build/plugins/${id}/broken.txt`, contents: error.message }];
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
    // Packages written for CommonJS ask for Node's modules by \`require\`.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
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
    sourcemap: true,
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
