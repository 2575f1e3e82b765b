import { DomainError } from "../domain-error.ts";

export const unknownFile = () =>
  new DomainError({
    kind: "not-found",
    code: "unknown-file",
    message: { fr: "Ce document n’existe pas.", en: "This file does not exist." },
  });

export const noFileSent = () =>
  new DomainError({
    kind: "malformed",
    code: "no-file",
    message: {
      fr: "Envoyez un document en multipart/form-data, dans un champ « file ».",
      en: 'Send a file as multipart/form-data, in a field "file".',
    },
  });

export const fileCutOff = () =>
  new DomainError({
    kind: "malformed",
    code: "file-cut-off",
    message: {
      fr: "Le document n’est pas arrivé en entier. Envoyez-le à nouveau.",
      en: "The file did not arrive whole. Send it again.",
    },
  });

export const mayNotSendFiles = () =>
  new DomainError({
    kind: "forbidden",
    code: "may-not-send-files",
    message: {
      fr: "Votre rôle ne donne accès à aucune fiche : il n’y a rien à quoi joindre un document.",
      en: "Your role gives access to no record: there is nothing to attach a file to.",
    },
  });

export const fileTooLarge = (megabytes: number) =>
  new DomainError({
    kind: "too-large",
    code: "file-too-large",
    message: {
      fr: `Ce document dépasse ${megabytes} Mo. Réduisez-le, ou scindez-le.`,
      en: `This file is larger than ${megabytes} MB. Reduce or split it.`,
    },
  });

export const refusedFileType = (name: string, allowed: readonly string[]) =>
  new DomainError({
    kind: "unsupported",
    code: "file-type",
    message: {
      fr: `« ${name} » n’est pas d’un type accepté. Formats possibles : ${allowed.join(", ")}.`,
      en: `"${name}" is not of an accepted type. Possible formats: ${allowed.join(", ")}.`,
    },
  });
