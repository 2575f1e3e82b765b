import { DomainError } from "../../../domain/domain-error.ts";

/** A backup goes into a database of its own: it replaces nothing. */
export const databaseNotEmpty = () =>
  new DomainError({
    kind: "conflict",
    code: "database-not-empty",
    message: {
      fr: "Cette base de données n’est pas vide : donnez par DATABASE_URL (ou PASSERELLE_DATA) une base neuve, où la sauvegarde sera reprise.",
      en: "This database is not empty: name a new one by DATABASE_URL (or PASSERELLE_DATA) for the backup to be restored to.",
    },
  });

/** The file is no backup of ours, or only a part of one. */
export const brokenBackup = () =>
  new DomainError({
    kind: "invalid",
    code: "broken-backup",
    message: {
      fr: "Ce fichier n’est pas une sauvegarde entière : rien n’a été repris. Essayez une autre sauvegarde.",
      en: "This file is no whole backup: nothing was restored. Try another backup.",
    },
  });

/** A later version of the product has made it. */
export const newerBackup = (migration: string) =>
  new DomainError({
    kind: "invalid",
    code: "newer-backup",
    message: {
      fr: `La sauvegarde vient d’une version plus récente (étape « ${migration} ») : mettez le logiciel à jour, puis recommencez.`,
      en: `The backup was made by a newer version (step "${migration}"): update the software, then try again.`,
    },
  });
