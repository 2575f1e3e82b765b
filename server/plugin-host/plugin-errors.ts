import { DomainError } from "../domain/domain-error.ts";
import type { Text } from "../plugin-api/text.ts";

export const unknownPlugin = (id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-plugin",
    message: { fr: `Aucune extension ne s’appelle « ${id} ».`, en: `No plugin is called “${id}”.` },
  });

/** It cannot be switched on or set up while it is broken: `reason` tells what to mend. */
export const brokenPlugin = (id: string, reason: { readonly fr: string; readonly en: string }) =>
  new DomainError({
    kind: "conflict",
    code: "plugin-broken",
    message: {
      fr: `L’extension « ${id} » ne peut pas être utilisée : ${reason.fr}`,
      en: `The plugin “${id}” cannot be used: ${reason.en}`,
    },
  });

/** Only a version that is there can be put in force. */
export const unknownPluginVersion = (id: string, version: string) =>
  new DomainError({
    kind: "invalid",
    code: "unknown-plugin-version",
    message: {
      fr: `Il n’y a pas de version ${version} de l’extension « ${id} ».`,
      en: `There is no version ${version} of the plugin “${id}”.`,
    },
  });

/** The version that is in force stays so. */
export const unfitPluginVersion = (id: string, reason: { readonly fr: string; readonly en: string }) =>
  new DomainError({
    kind: "conflict",
    code: "plugin-version-unfit",
    message: {
      fr: `L’autre version de « ${id} » ne peut pas être mise en service : ${reason.fr}`,
      en: `The other version of “${id}” cannot be put in force: ${reason.en}`,
    },
  });

/** Only what is gone can be taken off the list. */
export const pluginIsThere = (id: string) =>
  new DomainError({
    kind: "conflict",
    code: "plugin-is-there",
    message: {
      fr: `L’extension « ${id} » est installée : désactivez-la, ou désinstallez-la d’abord.`,
      en: `The plugin “${id}” is installed: switch it off, or uninstall it first.`,
    },
  });

/** The settings do not fit the plugin's schema; nothing was changed. */
export const invalidPluginConfig = (errors: { readonly [field: string]: Text }) =>
  new DomainError({
    kind: "invalid",
    code: "plugin-config",
    message: { fr: "Certains réglages sont à corriger.", en: "Some settings need to be corrected." },
    errors,
  });

export const unknownContribution = (kind: string, id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-contribution",
    message: {
      fr: `Aucune extension chargée n’apporte « ${id} » (${kind}).`,
      en: `No loaded plugin brings “${id}” (${kind}).`,
    },
  });

/** A shadow run needs other settings, or another contribution. */
export const nothingToRunBeside = () =>
  new DomainError({
    kind: "invalid",
    code: "nothing-to-compare",
    message: {
      fr: "Changez un réglage, ou choisissez un autre élément à comparer.",
      en: "Change a setting, or choose another part to compare.",
    },
  });

/** A call of a plugin's code that came to nothing: it threw, took too long, or was not made because it kept failing. */
export class PluginCallError extends DomainError {
  constructor(message: { readonly fr: string; readonly en: string }, cause?: unknown) {
    super({ kind: "unavailable", code: "plugin-unavailable", message });
    this.name = "PluginCallError";
    this.cause = cause;
  }
}
