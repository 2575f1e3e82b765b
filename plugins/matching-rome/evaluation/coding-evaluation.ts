import type { TitleCoder } from "../titles/title-coder.ts";
import { type EvaluationData, inTraining, type Row } from "./evaluation-data.ts";

/** How often the right occupation comes first, among the first five, and the mean of one over its place (ten at most). */
export interface CodingQuality {
  readonly titles: number;
  readonly top1: number;
  readonly top5: number;
  readonly mrr10: number;
}

interface HeldOutQuality {
  readonly all: CodingQuality;
  /** `masculin`, `feminin`, `faute` (typing errors), `bruit` (other words around). */
  readonly byVariant: { readonly [variant: string]: CodingQuality };
  /** How often a title's two forms are given the same occupation. */
  readonly alike: number;
}

/** Part A: titles kept out of the index, in each of the ways that they are written. `every`: one title out of so many. */
export async function codeHeldOutTitles(data: EvaluationData, every = 1): Promise<HeldOutQuality> {
  const coder = await data.coder(inTraining);
  const asked = data.read("eval/A_codage_appellations_dev.csv").filter((_, n) => Math.floor(n / 4) % every === 0);
  const coded = asked.map((row) => ({ row, ...codedAs(coder, row, row["code_rome"] ?? "") }));
  const of = (variant: string) => coded.filter(({ row }) => row["variante"] === variant);
  const variants = [...new Set(asked.map((row) => row["variante"] ?? ""))];
  const women = of("feminin");
  const alike = of("masculin").filter(({ first }, n) => women[n]?.first === first).length;
  return {
    all: qualityOf(coded),
    byVariant: Object.fromEntries(variants.map((variant) => [variant, qualityOf(of(variant))])),
    alike: alike / Math.max(1, women.length),
  };
}

/** Part B: titles that others wrote, all of the directory's in the index. A close occupation counts too. */
export async function codeIndependentTitles(data: EvaluationData, every = 1): Promise<CodingQuality> {
  const coder = await data.coder(() => true);
  const asked = data.read("eval/B_titres_esco_vers_rome.csv").filter((_, n) => n % every === 0);
  return qualityOf(asked.map((row) => codedAs(coder, row, row["codes_rome_exact_ou_proche"] ?? "")));
}

interface Coded {
  readonly first: string | undefined;
  /** Of the first right code, from 0; infinite beyond the tenth. */
  readonly place: number;
}

function codedAs(coder: TitleCoder, row: Row, right: string): Coded {
  const codes = new Set(right.split("|"));
  const found = coder.code(row["texte"] ?? "", 10);
  const place = found.findIndex((code) => codes.has(code));
  return { first: found[0], place: place < 0 ? Number.POSITIVE_INFINITY : place };
}

function qualityOf(coded: readonly Coded[]): CodingQuality {
  const mean = (counts: (place: number) => number) =>
    coded.reduce((sum, { place }) => sum + counts(place), 0) / Math.max(1, coded.length);
  return {
    titles: coded.length,
    top1: mean((place) => (place === 0 ? 1 : 0)),
    top5: mean((place) => (place < 5 ? 1 : 0)),
    mrr10: mean((place) => 1 / (place + 1)),
  };
}
