import { access, constants } from "node:fs/promises";
import { isActiveAdmin } from "../domain/users/user.ts";
import type { Settings } from "../settings.ts";
import type { Town } from "../town/town.ts";

/** One line of what `doctor` says. */
export interface HealthFinding {
  readonly well: boolean;
  readonly text: { readonly fr: string; readonly en: string };
}

/** Looks at everything that an installation needs to go on. */
export async function examine(town: Town, settings: Settings): Promise<readonly HealthFinding[]> {
  return [
    await database(town),
    await folder(settings.dataFolder),
    await documents(town, settings),
    ...plugins(town),
    await incidents(town),
    await administrators(town),
    mail(settings),
  ];
}

async function database({ database }: Town): Promise<HealthFinding> {
  const { name } = database.dialect;
  if (name === "postgres") {
    await database.reading.raw("SELECT 1");
    return { well: true, text: { fr: "La base PostgreSQL répond.", en: "The PostgreSQL database answers." } };
  }
  const answer: unknown = await database.reading.raw("PRAGMA quick_check");
  const well = JSON.stringify(answer) === '[{"quick_check":"ok"}]';
  return {
    well,
    text: well
      ? { fr: "La base SQLite est intacte.", en: "The SQLite database is intact." }
      : {
          fr: "La base SQLite est abîmée : reprenez une sauvegarde.",
          en: "The SQLite database is damaged: restore a backup.",
        },
  };
}

async function folder(path: string): Promise<HealthFinding> {
  const well = await access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    well,
    text: well
      ? { fr: `Le dossier ${path} peut être écrit.`, en: `The folder ${path} can be written.` }
      : { fr: `Le dossier ${path} ne peut pas être écrit.`, en: `The folder ${path} cannot be written.` },
  };
}

async function documents({ documents }: Town, { dataFolder }: Settings): Promise<HealthFinding> {
  const well = await documents.isThere();
  return {
    well,
    text: well
      ? {
          fr: "Le dossier des documents est celui de cette base.",
          en: "The folder of documents is that of this database.",
        }
      : {
          fr: `Les documents de cette base ne sont pas dans ${dataFolder} : partagez ce dossier entre les machines, ou reprenez-le d’une sauvegarde.`,
          en: `The documents of this database are not in ${dataFolder}: share that folder between the machines, or restore it from a backup.`,
        },
  };
}

function plugins({ plugins }: Town): readonly HealthFinding[] {
  const french = plugins.list("fr");
  const english = plugins.list("en");
  return french.map(({ id, status, reason }, index) => ({
    well: status === "active" || status === "disabled",
    text: {
      fr: `Extension « ${id} » : ${reason ?? (status === "active" ? "en service" : "désactivée")}`,
      en: `Plugin "${id}": ${english[index]?.reason ?? (status === "active" ? "in force" : "switched off")}`,
    },
  }));
}

async function incidents({ incidents }: Town): Promise<HealthFinding> {
  const open = await incidents.openCount();
  return {
    well: open === 0,
    text: {
      fr: open === 0 ? "Aucun incident n’attend." : `${open} incident(s) à traiter : Paramètres › Incidents.`,
      en: open === 0 ? "No incident waits." : `${open} incident(s) to deal with: Settings › Incidents.`,
    },
  };
}

async function administrators({ people }: Town): Promise<HealthFinding> {
  const admins = (await people.users.all()).filter(isActiveAdmin);
  return {
    well: admins.length > 0,
    text: {
      fr: `${admins.length} administrateur(s) peuvent se connecter.`,
      en: `${admins.length} administrator(s) can sign in.`,
    },
  };
}

function mail({ smtpUrl }: Settings): HealthFinding {
  return {
    well: true,
    text:
      smtpUrl === null
        ? {
            fr: "Sans SMTP_URL, les liens d’invitation s’affichent au lieu de partir par courriel.",
            en: "Without SMTP_URL, invitation links are shown instead of mailed.",
          }
        : { fr: "Les courriels partent par SMTP_URL.", en: "Mails go through SMTP_URL." },
  };
}
