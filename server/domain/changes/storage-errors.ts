import { DomainError } from "../domain-error.ts";

/** The line to the database broke, or nobody is at its end: whether the last change was written is not known. */
export const storageLost = (cause: unknown) =>
  new DomainError(
    {
      kind: "unavailable",
      code: "database-unavailable",
      message: {
        fr: "La base de données ne répond pas. Réessayez dans un instant.",
        en: "The database does not answer. Try again in a moment.",
      },
    },
    { cause },
  );

/** The database has ended what took too long, or waited too long for somebody else: nothing of it was written. */
export const storageBusy = (cause: unknown) =>
  new DomainError(
    {
      kind: "unavailable",
      code: "database-busy",
      message: {
        fr: "La base de données est trop occupée. Réessayez dans un instant.",
        en: "The database is too busy. Try again in a moment.",
      },
    },
    { cause },
  );

/** There is no room for anything new; what is there can be read. */
export const storageFull = (cause: unknown) =>
  new DomainError(
    {
      kind: "unavailable",
      code: "storage-full",
      message: {
        fr: "Le disque est plein : rien n’a été enregistré. Prévenez l’administrateur, puis réessayez.",
        en: "The disk is full: nothing was saved. Tell the administrator, then try again.",
      },
    },
    { cause },
  );

/** An entry that no change has written stands where the next one belongs: somebody wrote to the database beside us. */
export const historySpoilt = (cause: unknown) =>
  new DomainError(
    {
      kind: "conflict",
      code: "history-spoilt",
      message: {
        fr: "L’historique de ce dossier a été modifié en dehors de Passerelle : rien n’a été enregistré. Demandez à l’administrateur de lancer « audit verify ».",
        en: "The history of this record was changed from outside of Passerelle: nothing was saved. Ask the administrator to run “audit verify”.",
      },
    },
    { cause },
  );
