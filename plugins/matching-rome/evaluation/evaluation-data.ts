import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { createTitleCoder, type TitleCoder } from "../titles/title-coder.ts";

/** A line of a table, by its column names. */
export interface Row {
  readonly [column: string]: string;
}

/** The folder of public reference data with the visible part of the evaluation, which its own README describes. */
export class EvaluationData {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Not everybody has the folder. */
  get isThere(): boolean {
    return existsSync(join(this.#folder, "eval/A_codage_appellations_dev.csv"));
  }

  read(file: string): readonly Row[] {
    return parse(readFileSync(join(this.#folder, file)), { columns: true, bom: true });
  }

  /** A coder over the directory's labels and skills, and those of its titles that may be known. Its ids are codes. */
  coder(isKnown: (title: Row) => boolean): Promise<TitleCoder> {
    const titles = grouped(this.read("rome/appellations.csv").filter(isKnown), "libelle_long");
    const names = new Map(this.read("rome/competences.csv").map((row) => [row["code_ogr"], row["libelle"] ?? ""]));
    const links = this.read("rome/competences_par_code.csv");
    const named = links.map((link) => ({ ...link, name: names.get(link["code_ogr"]) ?? "" }));
    const skills = grouped(named, "name");
    return createTitleCoder(
      this.read("rome/codes_rome_v3.csv").map((row) => {
        const id = row["code_rome"] ?? "";
        const known = [row["libelle_v4"] ?? "", ...(titles.get(id) ?? [])];
        return { id, label: row["libelle_v3"] ?? "", titles: known, skills: skills.get(id) ?? [] };
      }),
    );
  }
}

/** Titles that are not kept out of the index on purpose. */
export const inTraining = (title: Row) => title["partition"] === "train";

/** One column by occupation. */
function grouped(rows: readonly Row[], column: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const code = row["code_rome"] ?? "";
    const known = found.get(code) ?? [];
    known.push(row[column] ?? "");
    found.set(code, known);
  }
  return found;
}
