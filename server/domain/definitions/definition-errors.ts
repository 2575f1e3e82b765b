import type { Finding } from "../../engine/definition/finding.ts";
import type { SchemaIssue } from "../../plugin-api/data-schema.ts";
import { DomainError } from "../domain-error.ts";

interface BothLanguages {
  readonly fr: string;
  readonly en: string;
}

export const packWithoutOffice = () =>
  new DomainError({
    kind: "invalid",
    code: "pack-without-office",
    message: {
      fr: "Le dossier de l’organisme ne contient pas « office.json » : vérifiez PASSERELLE_OFFICE.",
      en: 'The office folder holds no "office.json": check PASSERELLE_OFFICE.',
    },
  });

export const brokenPackFile = (file: string, why: BothLanguages) =>
  new DomainError({
    kind: "invalid",
    code: "broken-definition-file",
    message: {
      fr: `Le fichier de définition « ${file} » ne peut pas être lu : ${why.fr}.`,
      en: `The definition file "${file}" cannot be read: ${why.en}.`,
    },
    more: { file },
  });

export const unknownWorkflow = (id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-workflow",
    message: { fr: `Il n’y a pas de processus « ${id} ».`, en: `There is no workflow "${id}".` },
  });

export const unknownRecordType = (id: string) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-record-type",
    message: { fr: `Il n’y a pas de type de fiche « ${id} ».`, en: `There is no record type "${id}".` },
  });

export const unknownVersion = (id: string, version: number) =>
  new DomainError({
    kind: "not-found",
    code: "unknown-version",
    message: {
      fr: `« ${id} » n’a pas de version ${version}.`,
      en: `"${id}" has no version ${version}.`,
    },
  });

export const noDraft = (id: string) =>
  new DomainError({
    kind: "not-found",
    code: "no-draft",
    message: {
      fr: `« ${id} » n’a pas de brouillon : enregistrez-en un d’abord.`,
      en: `"${id}" has no draft: save one first.`,
    },
  });

export const idTaken = (id: string) =>
  new DomainError({
    kind: "conflict",
    code: "id-taken",
    message: {
      fr: `« ${id} » existe déjà : choisissez un autre nom.`,
      en: `"${id}" exists already: choose another name.`,
    },
  });

export const reservedId = (id: string) =>
  new DomainError({
    kind: "invalid",
    code: "reserved-id",
    message: {
      fr: `« ${id} » est une adresse de l’application : choisissez un autre identifiant.`,
      en: `"${id}" is an address of the product: choose another id.`,
    },
    errors: { id: { fr: "Déjà pris par l’application.", en: "Taken by the product." } },
  });

export const contributedByPlugin = (id: string, plugin: string) =>
  new DomainError({
    kind: "conflict",
    code: "contributed-by-plugin",
    message: {
      fr: `« ${id} » est apporté par l’extension « ${plugin} » : il se change avec elle.`,
      en: `"${id}" is contributed by the plugin "${plugin}": it changes with it.`,
    },
  });

export const unknownStages = (stages: readonly string[]) =>
  new DomainError({
    kind: "invalid",
    code: "unknown-stage",
    message: {
      fr: `La correspondance mène à des étapes que le brouillon n’a pas : ${stages.join(", ")}.`,
      en: `The mapping leads to stages that the draft has not: ${stages.join(", ")}.`,
    },
    errors: Object.fromEntries(
      stages.map((stage) => [`mapping.${stage}`, { fr: "Étape inconnue.", en: "Unknown stage." }]),
    ),
  });

export const otherId = (expected: string, found: string) =>
  new DomainError({
    kind: "invalid",
    code: "id-cannot-change",
    message: {
      fr: `L’identifiant ne change pas : « ${expected} » attendu, « ${found} » reçu.`,
      en: `An id does not change: "${expected}" was expected, "${found}" was sent.`,
    },
    errors: { id: { fr: "Ne peut pas changer.", en: "Cannot change." } },
  });

export const publishedInBetween = (id: string) =>
  new DomainError({
    kind: "conflict",
    code: "published-in-between",
    message: {
      fr: `Quelqu’un a publié « ${id} » entre-temps : relisez la version en vigueur, puis recommencez.`,
      en: `Somebody published "${id}" in between: read the version in force, then try again.`,
    },
  });

export const nothingToRollBackTo = (id: string) =>
  new DomainError({
    kind: "conflict",
    code: "no-earlier-version",
    message: { fr: `« ${id} » n’a pas de version à reprendre.`, en: `"${id}" has no version to go back to.` },
  });

export const administratorsOnly = () =>
  new DomainError({
    kind: "forbidden",
    code: "administrators-only",
    message: {
      fr: "Les définitions se changent par un administrateur : adressez-vous à lui.",
      en: "Definitions are changed by an administrator: ask one.",
    },
  });

/** The definition does not have the shape of one. Sentences of the issues are in the reader's language already. */
export const invalidDefinition = (issues: readonly SchemaIssue[]) =>
  new DomainError({
    kind: "invalid",
    code: "invalid-definition",
    message: {
      fr: "Cette définition n’a pas la forme attendue : corrigez les endroits indiqués.",
      en: "This definition has not the expected shape: mend the places that are named.",
    },
    errors: Object.fromEntries(issues.map((issue) => [issue.path === "" ? "definition" : issue.path, issue.message])),
  });

/** Lint found errors. */
export const unfitDefinition = (findings: readonly Finding[]) =>
  new DomainError({
    kind: "invalid",
    code: "unfit-definition",
    message: {
      fr: "Cette définition ne peut pas être publiée : corrigez ce qui est signalé.",
      en: "This definition cannot be published: mend what is pointed out.",
    },
    reasons: findings.map(({ code, message, path }) => ({ code, message, field: path })),
  });

/** Lint found warnings that nobody has acknowledged. */
export const unacknowledged = (findings: readonly Finding[]) =>
  new DomainError({
    kind: "invalid",
    code: "warnings-to-acknowledge",
    message: {
      fr: "Cette publication demande votre accord : lisez les avertissements, puis publiez avec « acknowledge ».",
      en: 'This publication asks for your consent: read the warnings, then publish with "acknowledge".',
    },
    reasons: findings.map(({ code, message, path }) => ({ code, message, field: path })),
  });
