import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import semver from "semver";
import { apiVersion, type Plugin } from "../plugin-api/define-plugin.ts";
import type { FoundPlugin, PluginDefect } from "./found-plugin.ts";

const importDeadlineMs = 10_000;

/** Reads the built plugin of one folder. Whatever is wrong with it is told in the answer, never thrown. */
export async function readPlugin(directory: string, id: string): Promise<FoundPlugin> {
  try {
    const unbuilt = await buildFailure(path.join(directory, id));
    if (unbuilt) return { id, defect: unbuilt };
    const exported = await importPlugin(path.join(directory, id, "plugin.mjs"));
    const defect = defectOf(exported, id);
    if (defect) return { id, defect };
    const script = path.join(directory, id, "admin.js");
    return { id, plugin: exported as Plugin, script: existsSync(script) ? script : null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      id,
      defect: { fr: `son code ne peut pas être chargé (${why}).`, en: `its code cannot be loaded (${why}).` },
    };
  }
}

/** What the build left in place of a plugin that it could not build. */
async function buildFailure(folder: string): Promise<PluginDefect | null> {
  const report = path.join(folder, "broken.txt");
  if (!existsSync(report)) return null;
  const why = (await readFile(report, "utf8")).trim();
  return { fr: `elle ne se construit pas. ${why}`, en: `it cannot be built. ${why}` };
}

async function importPlugin(file: string): Promise<unknown> {
  const { mtimeMs } = await stat(file);
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const error = new Error(`it did not finish loading within ${importDeadlineMs / 1000} s`);
    timer = setTimeout(() => reject(error), importDeadlineMs);
  });
  try {
    // The time of the build makes a rebuilt plugin another module: the old one stays in Node's cache for good.
    const loading = import(`${pathToFileURL(file).href}?built=${mtimeMs}`);
    const module: { readonly plugin?: unknown } = await Promise.race([loading, deadline]);
    return module.plugin;
  } finally {
    clearTimeout(timer);
  }
}

function defectOf(exported: unknown, folder: string): PluginDefect | null {
  if (typeof exported !== "object" || exported === null)
    return {
      fr: "plugin.ts n’exporte pas « plugin », le résultat de definePlugin.",
      en: "plugin.ts does not export “plugin”, the result of definePlugin.",
    };
  const { id, version, api, title, description } = exported as Partial<Record<keyof Plugin, unknown>>;
  if (id !== folder)
    return {
      fr: `son id est « ${String(id)} », mais son dossier s’appelle « ${folder} ».`,
      en: `its id is “${String(id)}”, but its folder is called “${folder}”.`,
    };
  if (!/^[a-z][a-z0-9-]*$/.test(folder))
    return {
      fr: "son id doit être en minuscules, chiffres et traits d’union.",
      en: "its id must be made of lower-case letters, digits and hyphens.",
    };
  if (typeof version !== "string" || semver.valid(version) === null)
    return {
      fr: `sa version « ${String(version)} » n’est pas de la forme 1.2.3.`,
      en: `its version “${String(version)}” is not of the form 1.2.3.`,
    };
  if (!title || !description)
    return { fr: "il lui manque un titre ou une description.", en: "it lacks a title or a description." };
  return apiDefect(api);
}

function apiDefect(api: unknown): PluginDefect | null {
  if (typeof api === "string" && semver.validRange(api) !== null && semver.satisfies(apiVersion, api)) return null;
  return {
    fr: `elle est écrite pour la version ${String(api)} de l’interface des extensions, et celle-ci est la ${apiVersion}.`,
    en: `it is written for version ${String(api)} of the plugin interface, and this one is ${apiVersion}.`,
  };
}
