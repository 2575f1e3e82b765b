import { serveSchema } from "../engine/schema/serve-schema.ts";
import { inLanguage, type Language } from "../plugin-api/text.ts";
import type { BrokenPlugin } from "./discovery/found-plugin.ts";
import { configOf, contributionsOf, type HostedPlugin, usageOf } from "./hosted-plugin.ts";
import type { PluginListing } from "./plugin-host.ts";
import type { Standing } from "./plugin-standing.ts";
import { formSchema, withoutSecrets } from "./settings/settings-schema.ts";

export function listingOfHosted(one: HostedPlugin, standing: Standing, language: Language): PluginListing {
  return {
    id: one.id,
    title: inLanguage(one.plugin.title, language),
    description: inLanguage(one.plugin.description, language),
    version: one.plugin.version,
    package: one.package,
    status: standing.status,
    reason: standing.status === "waiting" ? standing.reason[language] : null,
    isGone: false,
    enabled: one.enabled,
    config: withoutSecrets(one.configSchema, configOf(one)),
    configSchema: one.plugin.config ? serveSchema(formOf(one), { language }) : null,
    contributions: contributionsOf(one, language),
    usage: usageOf(one),
  };
}

export function listingOfBroken({ id, defect, isGone }: BrokenPlugin, language: Language): PluginListing {
  return {
    id,
    title: id,
    description: "",
    version: null,
    package: null,
    status: "broken",
    reason: defect[language],
    isGone: isGone === true,
    enabled: false,
    config: {},
    configSchema: null,
    contributions: [],
    usage: null,
  };
}

const formOf = ({ configSchema, settings, environment }: HostedPlugin) =>
  formSchema(configSchema, settings, environment);
