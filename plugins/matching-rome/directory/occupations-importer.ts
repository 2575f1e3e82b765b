import type { ImportContext, ImportedRecord, ImporterContribution } from "../../../server/plugin-api/index.ts";
import { types } from "../type-names.ts";
import { type Draft, readDirectory } from "./read-directory.ts";

/** Fills the directory of occupations from a folder of ROME files. */
export const occupationsImporter = {
  title: { fr: "Répertoire ROME", en: "ROME directory" },
  type: types.occupations,
  async *read(folder: string, context: ImportContext): AsyncIterable<ImportedRecord> {
    for (const [code, draft] of await readDirectory(folder, context)) {
      context.signal.throwIfAborted();
      yield { key: { field: "code", value: code }, data: recordOf(code, draft) };
    }
  },
} satisfies ImporterContribution;

function recordOf(code: string, { label, titles, skills, close, evolutions }: Draft) {
  return {
    code,
    label,
    appellations: [...titles],
    skills: [...skills],
    close: [...close].sort(),
    evolutions: [...evolutions].filter((other) => !close.has(other)).sort(),
  };
}
