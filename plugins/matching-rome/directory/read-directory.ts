import path from "node:path";
import type { ImportContext } from "../../../server/plugin-api/index.ts";
import { importSentences } from "./import-sentences.ts";
import { findRomeFiles, type RomeFileKind, romeFiles } from "./rome-files.ts";
import { MissingColumnError, type RomeRow, readRomeRows } from "./rome-rows.ts";

/** One occupation as it is put together from the files. */
export interface Draft {
  readonly label: string;
  readonly titles: Set<string>;
  readonly skills: Set<string>;
  readonly close: Set<string>;
  readonly evolutions: Set<string>;
}

interface Directory {
  readonly drafts: Map<string, Draft>;
  readonly skillLabels: Map<string, string>;
}

/** Why a line cannot be used; null when it was. */
type Refusal = { readonly fr: string; readonly en: string } | null;
type RowReader = (row: RomeRow, directory: Directory) => Refusal;

/** The order matters: codes before what belongs to them, skills before their links. */
const readers: { readonly [kind in RomeFileKind]: RowReader } = {
  occupations: readOccupation,
  titles: readTitle,
  skills: readSkill,
  knowledge: readSkill,
  activities: readSkill,
  links: readLink,
  mobility: readMobility,
};

/**
 * Reads a folder of ROME files into occupations by code. Each line that cannot be used is rejected with its reason,
 * and so is a file that lacks a column or is not there; everything else is kept.
 */
export async function readDirectory(folder: string, context: ImportContext): Promise<ReadonlyMap<string, Draft>> {
  const directory: Directory = { drafts: new Map(), skillLabels: new Map() };
  const say = importSentences;
  const found = await findRomeFiles(folder).catch(() => null);
  if (!found) {
    context.reject({ file: folder, line: 0, reason: say.noFolder[context.language] });
    return directory.drafts;
  }
  for (const { kind, names, columns, required } of romeFiles) {
    context.signal.throwIfAborted();
    const file = found.get(kind);
    if (file === undefined) {
      if (required) context.reject({ file: folder, line: 0, reason: say.noFile(names)[context.language] });
      continue;
    }
    const name = path.basename(file);
    const refuse = (line: number, reason: string) => context.reject({ file: name, line, reason });
    try {
      for (const row of await readRomeRows(file, columns)) {
        const refusal = readers[kind](row, directory);
        if (refusal) refuse(row.line, refusal[context.language]);
      }
    } catch (error) {
      if (!(error instanceof MissingColumnError)) throw error;
      refuse(1, say.noColumn(error.columns)[context.language]);
    }
  }
  return directory.drafts;
}

function readOccupation(row: RomeRow, { drafts }: Directory): Refusal {
  const code = row.value("code");
  const label = row.value("label");
  if (!/^[A-N]\d{4}$/.test(code)) return importSentences.noCode(code);
  if (label === "") return importSentences.noLabel;
  if (drafts.has(code)) return importSentences.twice(code);
  drafts.set(code, { label, titles: new Set(), skills: new Set(), close: new Set(), evolutions: new Set() });
  return null;
}

function readTitle(row: RomeRow, { drafts }: Directory): Refusal {
  const title = row.value("title");
  const draft = drafts.get(row.value("code"));
  if (!draft) return importSentences.unknownCode(row.value("code"));
  if (title === "") return importSentences.noLabel;
  draft.titles.add(title);
  return null;
}

function readSkill(row: RomeRow, { skillLabels }: Directory): Refusal {
  const label = row.value("label");
  if (label === "") return importSentences.noLabel;
  skillLabels.set(row.value("id"), label);
  return null;
}

function readLink(row: RomeRow, { drafts, skillLabels }: Directory): Refusal {
  const draft = drafts.get(row.value("code"));
  if (!draft) return importSentences.unknownCode(row.value("code"));
  // Work settings are linked in the same file as skills, and are not ours.
  const label = skillLabels.get(row.value("skill"));
  if (label !== undefined) draft.skills.add(label);
  return null;
}

function readMobility(row: RomeRow, { drafts }: Directory): Refusal {
  const target = row.value("target");
  const draft = drafts.get(row.value("code"));
  if (!draft) return importSentences.unknownCode(row.value("code"));
  if (!drafts.has(target)) return importSentences.unknownCode(target);
  // Since its fourth edition the directory no longer tells ways on from close occupations.
  const isEvolution = /^[ée]volution/i.test(row.value("relation"));
  (isEvolution ? draft.evolutions : draft.close).add(target);
  return null;
}
