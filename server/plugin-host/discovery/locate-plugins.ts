import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BrokenPlugin, PluginDefect, PluginScript } from "./found-plugin.ts";

/** Files of a built plugin, before anything of it is run. */
export interface LocatedPlugin {
  /** Name of its folder, or of its package. */
  readonly name: string;
  readonly package: string | null;
  readonly url: string;
  readonly script: PluginScript | null;
}

/**
 * The built plugins of the directory, then the npm packages among the names that the office gives. A package says
 * where its built parts are: `"passerelle": {"plugin": "dist/plugin.mjs", "admin": "dist/admin.js"}` in its package.json.
 */
export async function locatePlugins(
  directory: string,
  named: readonly string[],
): Promise<readonly (LocatedPlugin | BrokenPlugin)[]> {
  const folders = existsSync(directory) ? await readdir(directory, { withFileTypes: true }) : [];
  const ids = folders
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const packages = [...new Set(named)].filter((name) => !ids.includes(name)).sort();
  return [
    ...(await Promise.all(ids.map((id) => locateFolder(path.join(directory, id), id)))),
    ...(await Promise.all(packages.map((name) => locatePackage(directory, name)))),
  ];
}

async function locateFolder(folder: string, id: string): Promise<LocatedPlugin | BrokenPlugin> {
  const report = path.join(folder, "broken.txt");
  if (existsSync(report)) return { id, defect: unbuilt((await readFile(report, "utf8")).trim()) };
  return located(id, { package: null, module: path.join(folder, "plugin.mjs"), script: path.join(folder, "admin.js") });
}

async function locatePackage(from: string, name: string): Promise<LocatedPlugin | BrokenPlugin> {
  const folder = packageFolder(from, name);
  if (folder === null) return { id: name, defect: notInstalled };
  const { passerelle } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  if (typeof passerelle?.plugin !== "string") return { id: name, defect: noPlugin };
  const { plugin, admin } = passerelle as { readonly plugin: string; readonly admin?: string };
  const script = path.join(folder, admin ?? "admin.js");
  return located(name, { package: name, module: path.join(folder, plugin), script });
}

/** Where Node would find the package, whatever its `exports` allow. */
function packageFolder(from: string, name: string): string | null {
  if (!/^(@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*$/.test(name)) return null;
  const places = createRequire(path.join(from, "plugins.js")).resolve.paths(name) ?? [];
  return (
    places.map((place) => path.join(place, name)).find((one) => existsSync(path.join(one, "package.json"))) ?? null
  );
}

interface BuiltFiles {
  readonly package: string | null;
  readonly module: string;
  readonly script: string;
}

async function located(name: string, files: BuiltFiles): Promise<LocatedPlugin | BrokenPlugin> {
  const build = await buildOf(files.module);
  if (build === null) return { id: name, defect: noModule(files.module) };
  const scriptBuild = await buildOf(files.script);
  return {
    name,
    package: files.package,
    // The time of the build makes a rebuilt plugin another module: the old one stays in Node's cache for good.
    url: `${pathToFileURL(files.module).href}?built=${build}`,
    script: scriptBuild === null ? null : { file: files.script, build: scriptBuild },
  };
}

async function buildOf(file: string): Promise<string | null> {
  const { mtimeMs, size } = (await stat(file).catch(() => null)) ?? {};
  return mtimeMs === undefined ? null : `${mtimeMs}-${size}`;
}

const unbuilt = (why: string): PluginDefect => ({
  fr: `elle ne se construit pas. ${why}`,
  en: `it cannot be built. ${why}`,
});

const noModule = (file: string): PluginDefect => ({
  fr: `son fichier ${path.basename(file)} manque. Construisez-la, ou réinstallez-la.`,
  en: `its file ${path.basename(file)} is missing. Build it, or install it again.`,
});

const notInstalled: PluginDefect = {
  fr: "le service la nomme, mais elle n’est ni dans plugins/ ni parmi les paquets npm installés. Installez-la, ou retirez son nom.",
  en: "the office names it, but it is neither in plugins/ nor among the installed npm packages. Install it, or take its name out.",
};

const noPlugin: PluginDefect = {
  fr: "ce paquet n’est pas une extension : son package.json n’a pas d’entrée « passerelle ».",
  en: "this package is no plugin: its package.json has no entry “passerelle”.",
};
