import { DomainError } from "../../domain/domain-error.ts";
import { withoutPassword } from "./without-password.ts";

/** `DATABASE_URL` names no database that we know how to open. */
export const unsupportedDatabaseUrl = (url: string) =>
  new DomainError({
    kind: "unavailable",
    code: "unsupported-database-url",
    message: {
      fr: `L’adresse de base de données « ${withoutPassword(url)} » n’est pas comprise : écrivez sqlite:<chemin> ou postgres://… .`,
      en: `The database address "${withoutPassword(url)}" is not understood: write sqlite:<path> or postgres://… .`,
    },
  });

/** The file or server is there but refuses to be opened or written. */
export const databaseNotWritable = (url: string, cause: string) =>
  new DomainError({
    kind: "unavailable",
    code: "database-not-writable",
    message: {
      fr: `La base de données « ${withoutPassword(url)} » ne peut être ouverte en écriture (${cause}) : vérifiez le chemin, les droits et la place sur le disque.`,
      en: `The database "${withoutPassword(url)}" cannot be opened for writing (${cause}): check its path, its permissions and the free space.`,
    },
  });

/** A later version of the product has changed the tables; this one would spoil them. */
export const databaseIsNewer = (migration: string) =>
  new DomainError({
    kind: "unavailable",
    code: "database-is-newer",
    message: {
      fr: `La base de données vient d’une version plus récente (étape « ${migration} ») : mettez le logiciel à jour, ou reprenez une sauvegarde.`,
      en: `The database was made by a newer version (step "${migration}"): update the software, or restore a backup.`,
    },
  });

/** Nothing was ever kept at that address. */
export const noOfficeThere = (url: string) =>
  new DomainError({
    kind: "not-found",
    code: "no-office-there",
    message: {
      fr: `Il n’y a pas de bureau à l’adresse « ${withoutPassword(url)} » : donnez par DATABASE_URL ou PASSERELLE_DATA celle du service.`,
      en: `There is no office at "${withoutPassword(url)}": give by DATABASE_URL or PASSERELLE_DATA the address of the service.`,
    },
  });
