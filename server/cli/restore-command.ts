import { createReadStream } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { brokenBackup } from "../adapters/sql/backup/backup-errors.ts";
import { restoreLines } from "../adapters/sql/backup/restore-lines.ts";
import { openDatabase } from "../adapters/sql/database.ts";
import { townMigrations } from "../town/town.ts";
import { backupFile, backupFiles, copyFolder } from "./backup-command.ts";
import { type Command, type CommandContext, wordAt } from "./command.ts";

/** `restore`: an empty database filled from a backup, of either kind of database. */
export const restoreCommand: Command = {
  usage: "restore DOSSIER",
  about: {
    fr: "reprend une sauvegarde dans une base vide ; elle peut venir de SQLite et aller à PostgreSQL, ou l’inverse",
    en: "restores a backup to an empty database; it may come from SQLite and go to PostgreSQL, or the other way",
  },
  async run(context) {
    const folder = resolve(wordAt(context, 0));
    const { settings, print } = context;
    await using database = await openDatabase(settings.databaseUrl);
    const rows = await restoreLines(database, linesOf(join(folder, backupFile)), townMigrations);
    await copyFolder(join(folder, backupFiles), join(settings.dataFolder, "files"));
    const records = await makeFindable(context);
    print({
      fr: `Reprise : ${rows} lignes, dont ${records} fiches.`,
      en: `Restored: ${rows} rows, ${records} of them records.`,
    });
    return true;
  },
};

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createReadStream(path).on("error", (error) => unzipped.destroy(error));
  const unzipped = createGunzip();
  try {
    yield* createInterface({ input: text.pipe(unzipped), crlfDelay: Number.POSITIVE_INFINITY });
  } catch {
    throw brokenBackup();
  }
}

/** Indexes and search words are no part of a backup: they are made when the town is opened. */
async function makeFindable({ town }: CommandContext): Promise<number> {
  const { office } = await town();
  let records = 0;
  for (const { id } of office.registry.types()) records += await office.reader.count({ type: id, where: [] });
  return records;
}
