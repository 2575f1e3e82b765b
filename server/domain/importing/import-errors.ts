import { DomainError } from "../domain-error.ts";

export const unreadableFile = (path: string, why: string) =>
  new DomainError({
    kind: "invalid",
    code: "unreadable-file",
    message: {
      fr: `Le fichier « ${path} » ne peut pas être lu (${why}).`,
      en: `The file "${path}" cannot be read (${why}).`,
    },
  });

export const unclosedQuote = (name: string) =>
  new DomainError({
    kind: "invalid",
    code: "unclosed-quote",
    message: {
      fr: `Dans « ${name} », un guillemet (") est ouvert et jamais fermé : aucune ligne n’a été importée. Fermez-le ou effacez-le.`,
      en: `In "${name}", a quotation mark is opened and never closed: no line was imported. Close or delete it.`,
    },
  });

export const emptyFile = (name: string) =>
  new DomainError({
    kind: "invalid",
    code: "empty-file",
    message: { fr: `Le fichier « ${name} » est vide.`, en: `The file "${name}" is empty.` },
  });

export const noKnownColumn = (headers: readonly string[], known: readonly string[]) =>
  new DomainError({
    kind: "invalid",
    code: "no-known-column",
    message: {
      fr: `Aucune colonne n’est reconnue parmi ${headers.join(", ")}. Colonnes possibles : ${known.join(", ")}.`,
      en: `No column is known among ${headers.join(", ")}. Possible columns: ${known.join(", ")}.`,
    },
  });

export const noImporter = (type: string) =>
  new DomainError({
    kind: "not-found",
    code: "no-importer",
    message: {
      fr: `Aucune extension en service n’importe « ${type} » depuis un dossier.`,
      en: `No plugin in force imports "${type}" from a folder.`,
    },
  });
