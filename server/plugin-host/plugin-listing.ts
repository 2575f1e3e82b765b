import { inLanguage, type Language } from "../plugin-api/text.ts";
import type { BrokenPlugin } from "./found-plugin.ts";
import { configOf, contributionsOf, type HostedPlugin } from "./hosted-plugin.ts";
import type { PluginListing } from "./plugin-host.ts";
import type { Standing } from "./plugin-standing.ts";
import { withoutSecrets } from "./settings-schema.ts";

export function listingOfHosted(one: HostedPlugin, standing: Standing, language: Language): PluginListing {
  return {
    id: one.id,
    title: inLanguage(one.plugin.title, language),
    description: inLanguage(one.plugin.description, language),
    version: one.plugin.version,
    status: standing.status,
    reason: standing.status === "waiting" ? standing.reason[language] : null,
    enabled: one.enabled,
    config: withoutSecrets(one.configSchema, configOf(one)),
    configSchema: one.plugin.config ? one.configSchema : null,
    contributions: contributionsOf(one, language),
  };
}

export function listingOfBroken({ id, defect }: BrokenPlugin, language: Language): PluginListing {
  return {
    id,
    title: id,
    description: "",
    version: null,
    status: "broken",
    reason: defect[language],
    enabled: false,
    config: {},
    configSchema: null,
    contributions: [],
  };
}
