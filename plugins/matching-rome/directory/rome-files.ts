import { readdir } from "node:fs/promises";
import path from "node:path";

/** What each file of the directory says; its columns go by several names, from one publication to the next. */
export interface RomeFile {
  readonly kind: RomeFileKind;
  /** Names that the file is published under, the preferred first. `#` stands for the number of a version. */
  readonly names: readonly string[];
  /** For each thing that is read: the columns that it may stand in. */
  readonly columns: { readonly [thing: string]: readonly string[] };
  readonly required: boolean;
}

/** What a file of the directory is about. */
export type RomeFileKind = "occupations" | "titles" | "skills" | "knowledge" | "activities" | "links" | "mobility";

const code = ["code_rome"];

/** The files as the office keeps them (`codes_rome_v3.csv` …) and as France Travail publishes them (`unix_…`). */
export const romeFiles: readonly RomeFile[] = [
  {
    kind: "occupations",
    names: ["codes_rome_v3.csv", "unix_referentiel_code_rome_v#_utf8.csv", "unix_referentiel_code_rome_v#.csv"],
    columns: { code, label: ["libelle_rome", "libelle_v3"] },
    required: true,
  },
  {
    kind: "titles",
    names: ["appellations.csv", "unix_referentiel_appellation_v#_utf8.csv", "unix_referentiel_appellation_v#.csv"],
    columns: { code, title: ["libelle_appellation_long", "libelle_long"] },
    required: true,
  },
  {
    kind: "skills",
    names: ["competences.csv", "unix_referentiel_competence_v#_utf8.csv", "unix_referentiel_competence_v#.csv"],
    columns: { id: ["code_ogr"], label: ["libelle_competence", "libelle"] },
    required: false,
  },
  {
    kind: "knowledge",
    names: ["unix_referentiel_savoir_v#_utf8.csv", "unix_referentiel_savoir_v#.csv"],
    columns: { id: ["code_ogr_savoir", "code_ogr"], label: ["libelle_savoir"] },
    required: false,
  },
  {
    kind: "activities",
    names: ["unix_referentiel_activite_v#_utf8.csv", "unix_referentiel_activite_v#.csv"],
    columns: { id: ["code_ogr"], label: ["libelle_activite"] },
    required: false,
  },
  {
    kind: "links",
    names: [
      "competences_par_code.csv",
      "unix_coherence_item_v#_utf8.csv",
      "unix_coherence_item_v#.csv",
      "unix_liens_rome_referentiels_v#_utf8.csv",
      "unix_liens_rome_referentiels_v#.csv",
    ],
    columns: { code, skill: ["code_ogr"] },
    required: false,
  },
  {
    kind: "mobility",
    names: ["mobilites.csv", "unix_rubrique_mobilite_v#_utf8.csv", "unix_rubrique_mobilite_v#.csv"],
    columns: { code, target: ["code_rome_cible"], relation: ["libelle_type_mobilite", "type"] },
    required: false,
  },
];

/** Where each kind of file is in the folder; of several versions the newest. Kinds that are not there are left out. */
export async function findRomeFiles(folder: string): Promise<ReadonlyMap<RomeFileKind, string>> {
  const there = await readdir(folder);
  const found = new Map<RomeFileKind, string>();
  for (const { kind, names } of romeFiles) {
    const name = names.flatMap((pattern) => newestFirst(there.filter((file) => matches(file, pattern)))).at(0);
    if (name !== undefined) found.set(kind, path.join(folder, name));
  }
  return found;
}

function matches(file: string, pattern: string): boolean {
  const [before = "", after] = pattern.split("#");
  if (after === undefined) return file === pattern;
  return file.startsWith(before) && file.endsWith(after) && /^\d+$/.test(file.slice(before.length, -after.length));
}

function newestFirst(files: readonly string[]): readonly string[] {
  return [...files].sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
}
