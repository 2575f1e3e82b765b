import { resolve } from "node:path";
import { readPackFolder } from "../adapters/office-pack/read-pack-folder.ts";
import { writePackFolder } from "../adapters/office-pack/write-pack-folder.ts";
import { createAjvValidator } from "../adapters/validation/ajv-validator.ts";
import { lintContext } from "../domain/definitions/lint-context.ts";
import { exportOffice } from "../domain/definitions/pack/export-office.ts";
import { importOffice } from "../domain/definitions/pack/import-office.ts";
import { parseOfficePack } from "../domain/definitions/pack/parse-office-pack.ts";
import { refuseUnfitPack } from "../domain/definitions/pack/refuse-unfit-pack.ts";
import { lintRecordType } from "../engine/definition/lint-record-type.ts";
import { lintWorkflow } from "../engine/definition/lint-workflow.ts";
import { loadPluginsAlone } from "../town/load-plugins-alone.ts";
import { type Command, type CommandContext, UsageError, wordAt } from "./command.ts";

/** `workflows lint|export|import`. */
export const workflowsCommand: Command = {
  usage: "workflows lint [DOSSIER] | export DOSSIER | import DOSSIER",
  about: {
    fr: "vérifie un dossier de définitions, y écrit celles en vigueur, ou met les siennes en vigueur",
    en: "checks a folder of definitions, writes those in force to it, or puts its own in force",
  },
  async run(context) {
    switch (wordAt(context, 0)) {
      case "lint":
        return lint(context);
      case "export": {
        const { definitions } = await context.town();
        const folder = resolve(wordAt(context, 1));
        const files = await exportOffice(definitions, await context.caller());
        await writePackFolder(folder, files);
        context.print({
          fr: `${files.size} fichiers écrits dans ${folder}`,
          en: `${files.size} files written to ${folder}`,
        });
        return true;
      }
      case "import": {
        const { definitions } = await context.town();
        const files = await readPackFolder(resolve(wordAt(context, 1)));
        const { published, unchanged } = await importOffice(definitions, await context.caller(), files);
        for (const { id, version } of published) context.print(`${id} → version ${version}`);
        context.print({
          fr: `${published.length} définitions mises en vigueur, ${unchanged.length} inchangées.`,
          en: `${published.length} definitions put in force, ${unchanged.length} unchanged.`,
        });
        return true;
      }
      default:
        throw new UsageError();
    }
  },
};

async function lint(context: CommandContext): Promise<boolean> {
  const { settings, language, words, print } = context;
  const validator = createAjvValidator();
  const pack = parseOfficePack(await readPackFolder(resolve(words[1] ?? settings.officeFolder)), validator);
  const contributed = await loadPluginsAlone(settings, { office: pack.office, validator });
  const own = [...pack.recordTypes, ...pack.workflows].map((type) => type.id);
  const theirs = contributed.types().flatMap((plugin) => [...plugin.recordTypes, ...plugin.workflows]);
  const types = [...own, "tasks", ...theirs.map((type) => type.id)];
  const names = lintContext({ office: pack.office, types, contributed, language });
  const answers = [
    ...pack.recordTypes.map((each) => ({ file: `records/${each.id}.json`, ...lintRecordType(each, names) })),
    ...pack.workflows.map((each) => ({ file: `${each.id}/workflow.json`, ...lintWorkflow(each, names) })),
  ];
  for (const { file, errors, warnings } of answers) {
    for (const { path, message } of errors)
      print({ fr: `✗ ${file} ${path} : ${message}`, en: `✗ ${file} ${path}: ${message}` });
    for (const { path, message } of warnings) print(`  ${file} ${path} : ${message}`);
  }
  const errors = answers.reduce((sum, each) => sum + each.errors.length, 0);
  const warnings = answers.reduce((sum, each) => sum + each.warnings.length, 0);
  print({
    fr: `${answers.length} définitions, ${errors} erreurs, ${warnings} avertissements.`,
    en: `${answers.length} definitions, ${errors} errors, ${warnings} warnings.`,
  });
  if (errors === 0) refuseUnfitPack({ contributed }, pack);
  return errors === 0;
}
