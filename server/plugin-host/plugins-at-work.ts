import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { GuardContribution } from "../plugin-api/contributions/index.ts";
import { hostedGuard } from "./hosted-guard.ts";
import type { GateOptions, HostedPlugin } from "./hosted-plugin.ts";
import { type InForce, inForceOf } from "./in-force.ts";
import type { PluginSet } from "./plugin-set.ts";
import { type Standing, standings } from "./plugin-standing.ts";

/** What the plugins of a set come to. It is worked out once, and again when they are not as they were. */
export interface PluginsAtWork {
  standingOf(id: string): Standing;
  /** The plugins in force, each after those that it needs. */
  active(): readonly HostedPlugin[];
  inForce(): InForce;
  /** Of every plugin that is loaded, in force or not. */
  guards(): { readonly [id: string]: GuardContribution };
  /** To be called when these plugins are not as they were. */
  takeEffect(ids: readonly string[]): void;
  /** Told of each of them. Returns how to stop listening. */
  onChange(listener: (pluginId: string) => void): () => void;
}

/** Worked out at once, from a set that is loaded. */
export function createPluginsAtWork(
  set: PluginSet,
  { gates, validator }: { readonly gates: GateOptions; readonly validator: SchemaValidator },
): PluginsAtWork {
  const listeners = new Set<(pluginId: string) => void>();
  let now = workOut();

  function workOut() {
    const standing = standings(set.hosted(), validator);
    const active = [...set.hosted().values()].filter(({ id }) => standing.get(id)?.status === "active");
    return { standing, active, inForce: inForceOf(active, gates), guards: guardsOf(set, findActive) };
  }

  /** As it is when a guard is asked: it may have been built again since. */
  function findActive(id: string): HostedPlugin | null {
    return now.standing.get(id)?.status === "active" ? (set.hosted().get(id) ?? null) : null;
  }

  return {
    standingOf: (id) => now.standing.get(id) ?? { status: "disabled" },
    active: () => now.active,
    inForce: () => now.inForce,
    guards: () => now.guards,
    takeEffect(ids) {
      now = workOut();
      for (const id of ids) for (const listener of listeners) listener(id);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function guardsOf(set: PluginSet, findActive: (id: string) => HostedPlugin | null) {
  const all = [...set.hosted().values()].flatMap((one) =>
    Object.keys(one.plugin.guards ?? {}).map((id) => [id, hostedGuard(one, id, () => findActive(one.id))] as const),
  );
  return Object.fromEntries(all);
}
