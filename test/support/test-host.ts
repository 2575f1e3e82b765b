import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAesSecretBox } from "../../server/adapters/secrets/aes-secret-box.ts";
import { createAjvValidator } from "../../server/adapters/validation/ajv-validator.ts";
import { createMemoryRecords } from "../../server/plugin-api/testing/index.ts";
import { createPluginHost, type PluginHostOptions } from "../../server/plugin-host/create-plugin-host.ts";
import type { PluginSettings, PluginSettingsStore } from "../../server/plugin-host/settings/plugin-settings-store.ts";
import { pluginWorker } from "./plugin-worker.ts";

/** Built plugins as text, by folder: what a plugin's build leaves behind. */
export interface BuiltPlugins {
  readonly [id: string]: string | { readonly [file: string]: string };
}

/** The text of a built plugin: what is always there, and `more` of its declaration. */
export function built(id: string, more = ""): string {
  return `export const plugin = { id: "${id}", version: "1.0.0", title: { fr: "Le ${id}", en: "The ${id}" }, description: "…", api: "^1.0.0", ${more} };`;
}

type FirstSettings = Omit<PluginSettings, "version" | "earlier"> & Partial<PluginSettings>;

/** Keeps settings in memory. */
export function memorySettings(initial: readonly FirstSettings[] = []): PluginSettingsStore {
  const kept = new Map(
    initial.map((one): [string, PluginSettings] => [one.id, { version: null, earlier: null, ...one }]),
  );
  return {
    read: async () => [...kept.values()],
    async write(settings) {
      kept.set(settings.id, settings);
    },
    async remove(id) {
      kept.delete(id);
    },
  };
}

type TestHostOptions = Partial<Omit<PluginHostOptions, "worker">> & {
  readonly worker?: Omit<PluginHostOptions["worker"], "script">;
};

/** A host over these plugins, in a folder of its own that goes with it. */
export async function testHost(plugins: BuiltPlugins, options: TestHostOptions = {}) {
  const home = await mkdtemp(path.join(tmpdir(), "plugins-"));
  const directory = path.join(home, "plugins");
  await mkdir(directory);
  for (const [id, files] of Object.entries(plugins)) {
    await mkdir(path.join(directory, id));
    const named = typeof files === "string" ? { "plugin.mjs": files } : files;
    for (const [name, text] of Object.entries(named)) await writeFile(path.join(directory, id, name), text);
  }
  const logged: string[] = [];
  const records = createMemoryRecords({ loans: [{ id: "l1", status: "active" }] });
  const host = await createPluginHost({
    directory,
    settings: memorySettings(),
    secrets: createAesSecretBox("the secret of this test"),
    named: () => Object.keys(plugins),
    validator: createAjvValidator(),
    clock: () => "2026-03-31T22:30:00.000Z",
    timeZone: () => "Europe/Paris",
    records: () => records,
    types: () => [],
    log: (message) => logged.push(message),
    ...options,
    worker: { ...options.worker, script: pluginWorker() },
  });
  return {
    host,
    logged,
    directory,
    async [Symbol.asyncDispose]() {
      await host[Symbol.asyncDispose]();
      await rm(home, { recursive: true });
    },
  };
}
