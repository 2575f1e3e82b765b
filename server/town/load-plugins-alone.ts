import { join } from "node:path";
import { createAesSecretBox } from "../adapters/secrets/aes-secret-box.ts";
import { systemClock } from "../domain/changes/clock.ts";
import type { SchemaValidator } from "../engine/schema/validator.ts";
import type { OfficeDefinition } from "../plugin-api/office-definition.ts";
import { createPluginHost } from "../plugin-host/create-plugin-host.ts";
import type { PluginHost } from "../plugin-host/plugin-host.ts";
import { pluginWorkerScript, type Settings } from "../settings.ts";

/** The plugins that an office names, without a database: enough to know what they bring. */
export function loadPluginsAlone(
  settings: Settings,
  { office, validator }: { readonly office: OfficeDefinition; readonly validator: SchemaValidator },
): Promise<PluginHost> {
  return createPluginHost({
    directory: join(settings.buildFolder, "plugins"),
    worker: { script: pluginWorkerScript(settings) },
    settings: { read: async () => [], write: async () => undefined, remove: async () => undefined },
    secrets: createAesSecretBox(settings.sessionSecret),
    named: () => office.plugins ?? [],
    validator,
    clock: () => systemClock.now(),
    timeZone: () => office.timeZone,
    records: () => {
      throw new Error("There are no records without a database");
    },
    types: () => [],
    log: () => undefined,
  });
}
