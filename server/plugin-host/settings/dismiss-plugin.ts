import { pluginIsThere, unknownPlugin } from "../plugin-errors.ts";
import type { PluginSet } from "../plugin-set.ts";
import type { PluginSettingsStore } from "./plugin-settings-store.ts";

/**
 * Keeps of a plugin that is gone what it was set to, switched off, or forgets it.
 *
 * @throws DomainError `unknown-plugin`, `plugin-is-there`.
 */
export async function dismissPlugin(
  set: PluginSet,
  store: PluginSettingsStore,
  { id, keepSettings }: { readonly id: string; readonly keepSettings: boolean },
): Promise<void> {
  const stored = (await store.read()).find((one) => one.id === id);
  if (!stored || !set.broken().get(id)?.isGone) {
    throw set.hosted().has(id) || set.broken().has(id) ? pluginIsThere(id) : unknownPlugin(id);
  }
  if (keepSettings) await store.write({ ...stored, enabled: false });
  else await store.remove(id);
}
