import { cp, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { verifyHistory } from "../domain/audit/verify-history.ts";
import { type Command, type CommandContext, UsageError, wordAt } from "./command.ts";
import { examine } from "./examine.ts";

/** `backup`: a copy that can be started from. */
export const backupCommand: Command = {
  usage: "backup [DOSSIER]",
  about: {
    fr: "copie la base et les documents, le service restant ouvert",
    en: "copies the database and the documents while the office is open",
  },
  async run({ words, settings, print, town }) {
    const { database, office } = await town();
    const stamp = office.clock.now().slice(0, 19).replaceAll(":", "-");
    const folder = resolve(words[0] ?? join(settings.dataFolder, "backups", stamp));
    await mkdir(folder, { recursive: true });
    await cp(join(settings.dataFolder, "files"), join(folder, "files"), { recursive: true, force: true }).catch(
      ignoreMissing,
    );
    if (database.dialect.name === "sqlite") {
      await database.knex.raw("VACUUM INTO ?", [join(folder, "passerelle.db")]);
      print({ fr: `Sauvegarde : ${folder}`, en: `Backup: ${folder}` });
      return true;
    }
    print({
      fr: `Documents copiés dans ${folder}. La base PostgreSQL se sauvegarde par pg_dump "$DATABASE_URL" > ${join(folder, "passerelle.sql")}`,
      en: `Documents copied to ${folder}. Back the PostgreSQL database up with pg_dump "$DATABASE_URL" > ${join(folder, "passerelle.sql")}`,
    });
    return true;
  },
};

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** `doctor`: what is well, and what is not. */
export const doctorCommand: Command = {
  usage: "doctor",
  about: { fr: "examine l’installation", en: "examines the installation" },
  async run(context) {
    const findings = await examine(await context.town(), context.settings);
    for (const { well, text } of findings) {
      context.print({ fr: `${well ? "✓" : "✗"} ${text.fr}`, en: `${well ? "✓" : "✗"} ${text.en}` });
    }
    return findings.every((finding) => finding.well);
  },
};

/** `audit verify`: the history of each record must lead to the record. */
export const auditCommand: Command = {
  usage: "audit verify",
  about: {
    fr: "vérifie que l’historique de chaque fiche mène à son état actuel",
    en: "checks that the history of each record leads to what it is now",
  },
  async run(context) {
    if (wordAt(context, 0) !== "verify") throw new UsageError();
    const { office } = await context.town();
    const { checked, broken } = await verifyHistory(office, await context.caller(), context.progress);
    for (const { type, id } of broken) printBroken(context, type, id);
    context.print({
      fr: `${checked} fiches vérifiées, ${broken.length} en désaccord avec leur historique.`,
      en: `${checked} records checked, ${broken.length} at odds with their history.`,
    });
    return broken.length === 0;
  },
};

function printBroken({ print }: CommandContext, type: string, id: string): void {
  print({ fr: `✗ ${type}/${id} : l’historique mène ailleurs.`, en: `✗ ${type}/${id}: its history leads elsewhere.` });
}

/** `retention run`: comes with the rules of retention. */
export const retentionCommand: Command = {
  usage: "retention run",
  about: { fr: "arrive avec une prochaine version", en: "comes with a later version" },
  async run({ print }) {
    print({
      fr: "Les règles de conservation arrivent avec une prochaine version : rien n’a été effacé.",
      en: "Rules of retention come with a later version: nothing was deleted.",
    });
    return false;
  },
};
