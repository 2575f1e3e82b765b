import { basename, resolve } from "node:path";
import { readCsvFile } from "../adapters/files/csv-file.ts";
import { type CsvImportReport, importCsv } from "../domain/importing/import-csv.ts";
import { importFrom } from "../domain/importing/import-from.ts";
import type { ImportReport } from "../domain/importing/import-records.ts";
import { type Command, type CommandContext, wordAt } from "./command.ts";

/** `import <type> FILE.csv`. */
export const importCommand: Command = {
  usage: "import <type> FICHIER.csv [--dry-run]",
  about: {
    fr: "importe les lignes d’un fichier CSV ; --dry-run dit ce qui serait fait, sans rien changer",
    en: "imports the lines of a CSV file; --dry-run tells what would be done and changes nothing",
  },
  async run(context) {
    const [type, path] = [wordAt(context, 0), wordAt(context, 1)];
    const file = await readCsvFile(resolve(path));
    const { office, communes } = await context.town();
    const report = await importCsv(office, await context.caller(), {
      type,
      file,
      name: basename(path),
      communes,
      dryRun: context.options["dry-run"] ?? false,
      progress: context.progress,
    });
    printColumns(context, report);
    printReport(context, report);
    return tookSomething(report);
  },
};

/** `<type> import <path>`: through the plugin that reads what another system publishes. */
export const importFromCommand: Command = {
  usage: "<type> import CHEMIN [--dry-run]",
  about: {
    fr: "importe ce que publie un autre système, par l’extension qui le lit (occupations import DOSSIER)",
    en: "imports what another system publishes, through the plugin that reads it (occupations import FOLDER)",
  },
  async run(context) {
    const [type, path] = [wordAt(context, 0), wordAt(context, 1)];
    const { office, plugins } = await context.town();
    const report = await importFrom(office, await context.caller(), {
      type,
      path: resolve(path),
      importers: plugins.importers(),
      dryRun: context.options["dry-run"] ?? false,
      signal: new AbortController().signal,
      progress: context.progress,
    });
    printReport(context, report);
    return tookSomething(report);
  },
};

function printColumns({ print }: CommandContext, { columns, ignoredColumns }: CsvImportReport): void {
  for (const { header, field } of columns) print(`  ${header} → ${field}`);
  if (ignoredColumns.length === 0) return;
  print({
    fr: `Colonnes laissées de côté : ${ignoredColumns.join(", ")}`,
    en: `Columns left aside: ${ignoredColumns.join(", ")}`,
  });
}

function printReport({ print, options }: CommandContext, report: ImportReport): void {
  const { created, updated, unchanged, rejected } = report;
  const counts = {
    fr: `${created} créées, ${updated} modifiées, ${unchanged} inchangées, ${rejected.length} refusées`,
    en: `${created} created, ${updated} changed, ${unchanged} unchanged, ${rejected.length} refused`,
  };
  print(
    options["dry-run"]
      ? { fr: `À blanc, rien n’est enregistré : ${counts.fr}.`, en: `Dry run, nothing is saved: ${counts.en}.` }
      : { fr: `Fiches : ${counts.fr}.`, en: `Records: ${counts.en}.` },
  );
  for (const { line, reason, file } of rejected) {
    print({ fr: `  ${file}, ligne ${line} : ${reason}`, en: `  ${file}, line ${line}: ${reason}` });
  }
}

/** A file of which nothing could be taken was the wrong file. */
function tookSomething({ created, updated, unchanged, rejected }: ImportReport): boolean {
  return rejected.length === 0 || created + updated + unchanged > 0;
}
