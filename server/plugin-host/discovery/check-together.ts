import semver from "semver";
import { engineEffects } from "../../domain/effects/run-effect.ts";
import { builtInActions } from "../../engine/execution/built-in-actions.ts";
import { builtInGuards } from "../../engine/execution/guards/built-in-guards.ts";
import type { Plugin } from "../../plugin-api/define-plugin.ts";
import { sendActionOf } from "../channel-action.ts";
import { type FoundPlugin, isLoaded, type LoadedPlugin, type PluginDefect } from "./found-plugin.ts";
import { keyedKinds } from "./keyed-kinds.ts";

/** Names of the engine's own guards and actions, which no plugin may take. */
const builtIn: { readonly [kind: string]: ReadonlySet<string> } = {
  guards: new Set(builtInGuards.keys()),
  actions: new Set([...builtInActions, ...engineEffects]),
};

/**
 * Checks the plugins against each other and puts each after those that it needs. One that needs a plugin that is not
 * there, or contributes a name that is taken, becomes a broken one; the plugin that was first keeps the name.
 */
export function checkTogether(found: readonly FoundPlugin[]): readonly FoundPlugin[] {
  const placed = new Map<string, FoundPlugin>();
  const doubles: FoundPlugin[] = [];
  const waiting = new Map<string, FoundPlugin>();
  for (const one of found) {
    const first = waiting.get(one.id);
    if (first) doubles.push({ id: nameOf(one), defect: sameId(one.id, nameOf(first)) });
    else waiting.set(one.id, one);
  }
  const taken = new Map<string, string>();

  function place(one: FoundPlugin, needing: readonly string[]): FoundPlugin {
    const already = placed.get(one.id);
    if (already) return already;
    const checked = isLoaded(one) ? check(one, [...needing, one.id]) : one;
    placed.set(one.id, checked);
    return checked;
  }

  function check(one: LoadedPlugin, chain: readonly string[]): FoundPlugin {
    for (const [id, range] of Object.entries(one.plugin.dependencies ?? {})) {
      if (chain.includes(id)) return { id: one.id, defect: circle([...chain, id]) };
      const needed = waiting.get(id);
      const there = needed && place(needed, chain);
      const defect = dependencyDefect(id, range, there);
      if (defect) return { id: one.id, defect };
    }
    const defect = nameDefect(one.plugin, taken);
    if (defect) return { id: one.id, defect };
    for (const name of namesOf(one.plugin)) taken.set(name, one.id);
    return one;
  }

  for (const one of waiting.values()) place(one, []);
  return [...placed.values(), ...doubles];
}

const nameOf = (one: FoundPlugin) => (isLoaded(one) && one.package !== null ? one.package : one.id);

const sameId = (id: string, first: string): PluginDefect => ({
  fr: `son id « ${id} » est déjà celui de « ${first} ». Retirez l’une des deux.`,
  en: `its id “${id}” is already that of “${first}”. Take one of the two out.`,
});

function dependencyDefect(id: string, range: string, there: FoundPlugin | undefined): PluginDefect | null {
  if (!there)
    return {
      fr: `elle a besoin de « ${id} », qui n’est pas installée.`,
      en: `it needs “${id}”, which is not installed.`,
    };
  if (!isLoaded(there))
    return {
      fr: `elle a besoin de « ${id} », qui ne fonctionne pas.`,
      en: `it needs “${id}”, which does not work.`,
    };
  if (semver.satisfies(there.plugin.version, range)) return null;
  return {
    fr: `elle a besoin de « ${id} » ${range}, et c’est la ${there.plugin.version} qui est installée.`,
    en: `it needs “${id}” ${range}, and ${there.plugin.version} is installed.`,
  };
}

const circle = (chain: readonly string[]): PluginDefect => ({
  fr: `ces extensions s’attendent l’une l’autre : ${chain.join(" → ")}.`,
  en: `these plugins wait for each other: ${chain.join(" → ")}.`,
});

function nameDefect(plugin: Plugin, taken: ReadonlyMap<string, string>): PluginDefect | null {
  for (const name of namesOf(plugin)) {
    const [kind = "", id = ""] = name.split(":");
    if (builtIn[kind]?.has(id))
      return {
        fr: `le nom « ${id} » (${kind}) est celui d’un élément du moteur.`,
        en: `the name “${id}” (${kind}) belongs to the engine.`,
      };
    const owner = taken.get(name);
    if (owner)
      return {
        fr: `le nom « ${id} » (${kind}) est déjà pris par l’extension « ${owner} ».`,
        en: `the name “${id}” (${kind}) is already taken by the plugin “${owner}”.`,
      };
  }
  return null;
}

/**
 * `kind:id` of everything that must be unique among all plugins. Record types and workflows share their addresses; a
 * channel is an action too; a page is known by its path.
 */
function namesOf(plugin: Plugin): readonly string[] {
  const types = [...(plugin.recordTypes ?? []), ...(plugin.workflows ?? [])].map(({ id }) => `types:${id}`);
  const sends = Object.keys(plugin.channels ?? {}).map((id) => `actions:${sendActionOf(id)}`);
  const keyed = keyedKinds.flatMap((kind) => Object.keys(plugin[kind] ?? {}).map((id) => `${kind}:${id}`));
  const pages = Object.values(plugin.pages ?? {}).map(({ path }) => `pages:${path}`);
  return [...keyed, ...sends, ...types, ...pages];
}
