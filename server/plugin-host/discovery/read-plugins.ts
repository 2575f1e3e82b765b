import semver from "semver";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import { apiVersion, type Plugin } from "../../plugin-api/define-plugin.ts";
import { type Examination, examinePlugins } from "../isolation/examine-plugins.ts";
import { isolatePlugin } from "../isolation/plugin-thread.ts";
import type { WorkerOptions } from "../isolation/worker-thread.ts";
import { failureOf } from "../place-of.ts";
import { contributionDefect } from "./contribution-defect.ts";
import {
  type BrokenPlugin,
  type FoundPlugin,
  type FoundVersions,
  isLoaded,
  type LoadedPlugin,
  type PluginDefect,
} from "./found-plugin.ts";
import { type LocatedPlugin, locatePlugins } from "./locate-plugins.ts";

/** Where plugins lie, and the threads in which they are examined. */
export interface PluginReaderOptions {
  /** Holds `<id>/plugin.mjs` and, for those with pages, `<id>/admin.js`. */
  readonly directory: string;
  readonly worker: WorkerOptions;
  readonly validator: SchemaValidator;
  /** Longest time for one question to a guard, in milliseconds. */
  readonly guardDeadlineMs: number;
}

/** Reads what is installed. Whatever is wrong with one is told in its place, never thrown. What did not change is not read again. */
export type PluginReader = (named: readonly string[]) => Promise<readonly FoundVersions[]>;

/** Keeps what it has read: a plugin is examined once for each build. */
export function createPluginReader(options: PluginReaderOptions): PluginReader {
  const known = new Map<string, FoundPlugin>();

  return async (named) => {
    const located = await locatePlugins(options.directory, named);
    const places = located.flatMap(({ installed, next }) => [installed, ...(next ? [next] : [])]);
    const fresh = places.filter((one): one is LocatedPlugin => "url" in one && !known.has(one.url));
    const urls = fresh.map(({ url }) => url);
    const examinations = await examinePlugins(urls, options.worker);
    for (const [n, one] of fresh.entries()) {
      const examination = examinations[n] ?? { failure: "it was not examined" };
      known.set(one.url, await readPlugin(one, examination, options));
    }
    const read = (one: LocatedPlugin | BrokenPlugin) => ("url" in one ? withScript(known.get(one.url), one) : one);
    return located.map(({ installed, next }) => versionsOf(read(installed), next && read(next)));
  };
}

/** The next version is one of its own, of the same plugin. */
function versionsOf(installed: FoundPlugin, next: FoundPlugin | null): FoundVersions {
  if (!next || !isLoaded(next) || !isLoaded(installed)) return { installed, next };
  const { id } = installed;
  const defect =
    next.id === id ? versionDefect(next.plugin.version, installed.plugin.version) : otherPlugin(next.id, id);
  return { installed, next: defect ? { id, defect } : next };
}

function versionDefect(next: string, installed: string): PluginDefect | null {
  if (next !== installed) return null;
  return {
    fr: `sa version est ${next}, comme celle qui est installée. Donnez-lui-en une autre, ou retirez-la.`,
    en: `its version is ${next}, as that of the installed one. Give it another, or take it away.`,
  };
}

const otherPlugin = (id: string, installed: string): PluginDefect => ({
  fr: `son id est « ${id} », mais elle est à côté de « ${installed} ».`,
  en: `its id is “${id}”, but it lies beside “${installed}”.`,
});

/** The back-office part may be built again on its own. */
function withScript(found: FoundPlugin | undefined, { name, script }: LocatedPlugin): FoundPlugin {
  if (!found) return { id: name, defect: notLoaded("it was not read") };
  return "plugin" in found && found.script?.build !== script?.build ? { ...found, script } : found;
}

async function readPlugin(
  located: LocatedPlugin,
  examination: Examination,
  { worker, validator, guardDeadlineMs }: PluginReaderOptions,
): Promise<FoundPlugin> {
  const { name, url } = located;
  if ("failure" in examination) return { id: name, defect: notLoaded(examination.failure) };
  const { declaration } = examination;
  const defect = defectOf(declaration, located) ?? contributionDefect(declaration as Plugin, validator);
  if (defect) return { id: name, defect };
  const about = { ...located, id: (declaration as Plugin).id };
  try {
    if ((declaration as Plugin).isolation !== "worker") {
      const module: { readonly plugin: Plugin } = await import(url);
      return { ...about, plugin: module.plugin, isolated: null } satisfies LoadedPlugin;
    }
    const isolated = isolatePlugin({ declaration, url }, { ...worker, guardDeadlineMs });
    await isolated.start();
    return { ...about, plugin: isolated.plugin, isolated } satisfies LoadedPlugin;
  } catch (error) {
    return { id: name, defect: notLoaded(failureOf(error)) };
  }
}

const notLoaded = (why: string): PluginDefect => ({
  fr: `son code ne peut pas être chargé (${why}).`,
  en: `its code cannot be loaded (${why}).`,
});

function defectOf(exported: unknown, { name, package: from }: LocatedPlugin): PluginDefect | null {
  if (typeof exported !== "object" || exported === null)
    return {
      fr: "plugin.ts n’exporte pas « plugin », le résultat de definePlugin.",
      en: "plugin.ts does not export “plugin”, the result of definePlugin.",
    };
  const { id, version, api, title, description } = exported as Partial<Record<keyof Plugin, unknown>>;
  if (from === null && id !== name)
    return {
      fr: `son id est « ${String(id)} », mais son dossier s’appelle « ${name} ».`,
      en: `its id is “${String(id)}”, but its folder is called “${name}”.`,
    };
  if (!/^[a-z][a-z0-9-]*$/.test(String(id)))
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
