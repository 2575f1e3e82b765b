import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { createTitleCoder, type TitleCoder } from "./title-coder.ts";

/** How often the right occupation comes first, among the first five, and the mean of one over its place (ten at most). */
export interface CodingQuality {
  readonly titles: number;
  readonly top1: number;
  readonly top5: number;
  readonly mrr10: number;
}

interface Row {
  readonly [column: string]: string;
}

/** The visible part of the public evaluation, described in its own README; null where the folder is not there. */
export function readCodingEvaluation(folder: string): CodingEvaluation | null {
  return existsSync(join(folder, "eval/A_codage_appellations_dev.csv")) ? new CodingEvaluation(folder) : null;
}

export class CodingEvaluation {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A: titles kept out of the index, in each of the ways that they are written. `every`: one title out of so many. */
  heldOutTitles(every = 1): {
    readonly quality: CodingQuality;
    readonly byVariant: ReadonlyMap<string, CodingQuality>;
  } {
    const coder = this.#coder((title) => title["partition"] === "train");
    const rows = this.#read("eval/A_codage_appellations_dev.csv").filter((_, n) => Math.floor(n / 4) % every === 0);
    const answers = rows.map((row) => placeOf(coder, row, row["code_rome"] ?? ""));
    const variants = new Map(rows.map((row) => [row["variante"] ?? "", row["variante"] ?? ""]));
    const byVariant = new Map(
      [...variants.keys()].map((variant) => {
        const places = answers.filter((_, n) => rows[n]?.["variante"] === variant);
        return [variant, qualityOf(places)] as const;
      }),
    );
    return { quality: qualityOf(answers), byVariant };
  }

  /** B: titles that others wrote; all of ROME's are in the index. A close occupation counts too. */
  independentTitles(every = 1): CodingQuality {
    const coder = this.#coder(() => true);
    const rows = this.#read("eval/B_titres_esco_vers_rome.csv").filter((_, n) => n % every === 0);
    return qualityOf(rows.map((row) => placeOf(coder, row, row["codes_rome_exact_ou_proche"] ?? "")));
  }

  #coder(isIndexed: (title: Row) => boolean): TitleCoder {
    const titles = groups(this.#read("rome/appellations.csv").filter(isIndexed), "code_rome", "libelle_long");
    const names = new Map(this.#read("rome/competences.csv").map((row) => [row["code_ogr"], row["libelle"] ?? ""]));
    const links = this.#read("rome/competences_par_code.csv");
    const skills = groups(
      links.map((link) => ({ ...link, name: names.get(link["code_ogr"]) ?? "" })),
      "code_rome",
      "name",
    );
    return createTitleCoder(
      this.#read("rome/codes_rome_v3.csv").map((row) => {
        const id = row["code_rome"] ?? "";
        const known = [row["libelle_v4"] ?? "", ...(titles.get(id) ?? [])];
        return { id, label: row["libelle_v3"] ?? "", titles: known, skills: skills.get(id) ?? [] };
      }),
    );
  }

  #read(file: string): readonly Row[] {
    return parse(readFileSync(join(this.#folder, file)), { columns: true, bom: true });
  }
}

/** The place of the first right code, from 0; infinite beyond the tenth. */
function placeOf(coder: TitleCoder, row: Row, right: string): number {
  const codes = new Set(right.split("|"));
  const place = coder.code(row["texte"] ?? "", 10).findIndex((code) => codes.has(code));
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

function qualityOf(places: readonly number[]): CodingQuality {
  const share = (counts: (place: number) => number) =>
    places.reduce((sum, place) => sum + counts(place), 0) / Math.max(1, places.length);
  return {
    titles: places.length,
    top1: share((place) => (place === 0 ? 1 : 0)),
    top5: share((place) => (place < 5 ? 1 : 0)),
    mrr10: share((place) => 1 / (place + 1)),
  };
}

function groups(rows: readonly Row[], key: string, value: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const known = found.get(row[key] ?? "") ?? [];
    known.push(row[value] ?? "");
    found.set(row[key] ?? "", known);
  }
  return found;
}
