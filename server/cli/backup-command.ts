import { createWriteStream } from "node:fs";
import { access, cp, mkdir, rename } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backupLines } from "../adapters/sql/backup/backup-lines.ts";
import type { Command } from "./command.ts";

/** The database in a backup: gzipped lines of JSON. */
export const backupFile = "passerelle.jsonl.gz";
/** The folder of the documents in a backup. */
export const backupFiles = "files";

/** `backup`: everything that the office holds, in one folder. */
export const backupCommand: Command = {
  usage: "backup [DOSSIER]",
  about: {
    fr: "copie toute la base, telle qu’elle est à un instant, et les documents, le service restant ouvert",
    en: "copies the whole database, as it is at one moment, and the documents while the office is open",
  },
  needsOffice: true,
  async run({ words, settings, print, town }) {
    const { database, office } = await town();
    const at = office.clock.now();
    const folder = resolve(words[0] ?? join(settings.dataFolder, "backups", at.slice(0, 19).replaceAll(":", "-")));
    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `${backupFile}.part`);
    const lines = Readable.from(backupLines(database, at));
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, join(folder, backupFile));
    await copyFolder(join(settings.dataFolder, "files"), join(folder, backupFiles));
    print({ fr: `Sauvegarde : ${folder}`, en: `Backup: ${folder}` });
    return true;
  },
};

/** Copies a folder over another one; one that is not there has nothing in it. */
export async function copyFolder(from: string, to: string): Promise<void> {
  const isThere = await access(from).then(
    () => true,
    () => false,
  );
  if (isThere) await cp(from, to, { recursive: true, force: true });
}
