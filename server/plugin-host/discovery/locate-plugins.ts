import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BrokenPlugin, PluginDefect, PluginScript } from "./found-plugin.ts";

/** What the name of a folder or package ends with that holds the next version of a plugin: `offer-check.next`. */
const nextSuffix = ".next";

/** Files of a built plugin, before anything of it is run. */
export interface LocatedPlugin {
  /** Name of its folder, or of its package; for the next version of a plugin, of that plugin's. */
  readonly name: string;
  readonly package: string | null;
  readonly url: string;
  readonly script: PluginScript | null;
}

/** The places of one plugin: where it is installed, and where its next version lies beside it. */
export interface LocatedVersions {
  readonly installed: LocatedPlugin | BrokenPlugin;
  readonly next: LocatedPlugin | BrokenPlugin | null;
}

/**
 * The built plugins of the directory, then the npm packages among the names that the office gives. A package says
 * where its built parts are: `"passerelle": {"plugin": "dist/plugin.mjs", "admin": "dist/admin.js"}` in its package.json.
 */
export async function locatePlugins(directory: string, named: readonly string[]): Promise<readonly LocatedVersions[]> {
  const folders = existsSync(directory) ? await readdir(directory, { withFileTypes: true }) : [];
  const ids = folders
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const packages = [...new Set(named)].filter((name) => !ids.includes(name)).sort();
  const folder = (folderName: string, id: string) => locateFolder(path.join(directory, folderName), id);
  const isNext = (id: string) => id.endsWith(nextSuffix);
  const versions = ids
    .filter((id) => !isNext(id))
    .map(async (id) => ({
      installed: await folder(id, id),
      next: ids.includes(id + nextSuffix) ? await folder(id + nextSuffix, id) : null,
    }));
  const lonely = ids
    .filter((id) => isNext(id) && !ids.includes(id.slice(0, -nextSuffix.length)))
    .map((id) => ({ installed: { id, defect: nextOfNothing(id) }, next: null }));
  const packaged = packages.map(async (name) => ({
    installed: await locatePackage(directory, name),
    next: await locateNextPackage(directory, name),
  }));
  return [...(await Promise.all(versions)), ...lonely, ...(await Promise.all(packaged))];
}

async function locateFolder(folder: string, id: string): Promise<LocatedPlugin | BrokenPlugin> {
  const report = path.join(folder, "broken.txt");
  if (existsSync(report)) return { id, defect: unbuilt((await readFile(report, "utf8")).trim()) };
  return located(id, { package: null, module: path.join(folder, "plugin.mjs"), script: path.join(folder, "admin.js") });
}

async function locatePackage(from: string, name: string): Promise<LocatedPlugin | BrokenPlugin> {
  const folder = packageFolder(from, name);
  return folder === null ? { id: name, defect: notInstalled } : locateIn(folder, name);
}

/** Installed beside under another name, as npm does: `npm install @town/agenda.next@npm:@town/agenda@2`. */
async function locateNextPackage(from: string, name: string): Promise<LocatedPlugin | BrokenPlugin | null> {
  const folder = packageFolder(from, name + nextSuffix);
  return folder === null ? null : locateIn(folder, name);
}

async function locateIn(folder: string, name: string): Promise<LocatedPlugin | BrokenPlugin> {
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

const nextOfNothing = (folder: string): PluginDefect => {
  const id = folder.slice(0, -nextSuffix.length);
  return {
    fr: `ce dossier est la nouvelle version de « ${id} », qui n’est pas installée. Nommez-le plugins/${id}/.`,
    en: `this folder is the next version of “${id}”, which is not installed. Call it plugins/${id}/.`,
  };
};

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
