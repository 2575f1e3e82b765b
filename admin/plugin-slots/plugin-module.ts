import type { ComponentType } from "react";
import type { RaRecord } from "react-admin";
import { lendHostModules } from "./host-modules.ts";

/** What `admin.tsx` of a plugin exports: a component for each page and widget that it declares, by id. */
export interface PluginModule {
  readonly pages?: { readonly [id: string]: ComponentType<PluginPageProps> };
  readonly widgets?: { readonly [id: string]: ComponentType<PluginWidgetProps> };
}

/** Parameters of the page's path, such as `{type, id}` of `/matching/:type/:id`. */
export interface PluginPageProps {
  readonly params: { readonly [name: string]: string | undefined };
}

/** What a widget stands beside: a record or a case, or on one's own day the reader (`users`). */
export interface PluginWidgetProps {
  readonly type: string;
  readonly record: RaRecord;
}

const loading = new Map<string, Promise<PluginModule>>();

/** The plugin's script, fetched the first time that something of it is shown. */
export function loadPluginModule(script: string): Promise<PluginModule> {
  const known = loading.get(script);
  if (known) return known;
  lendHostModules();
  const loaded = import(/* @vite-ignore */ script) as Promise<PluginModule>;
  loading.set(script, loaded);
  loaded.catch(() => loading.delete(script));
  return loaded;
}
