import { createMemoryRecords, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "../plugin.ts";
import { types } from "../type-names.ts";
import { type EvaluationData, inTraining, type Row } from "./evaluation-data.ts";

/** The first ten people for each offer: discounted gain against the best order, and how many of five seek the very occupation. */
export interface RankingQuality {
  readonly offers: number;
  readonly ndcg10: number;
  readonly p5: number;
}

/**
 * Part C: offers and people as free titles with skills. Titles are coded first, then the plugin's own matcher ranks the
 * people; neither sees the true occupations.
 */
export async function rankPeopleForOffers(data: EvaluationData, every = 1): Promise<RankingQuality> {
  const coder = await data.coder(inTraining);
  const codesOf = (row: Row) => coder.code(row["titre"] ?? "", 1);
  const people = data.read("eval/C_candidats.csv");
  const records = createMemoryRecords({
    [types.occupations]: occupationsOf(data),
    [types.seekers]: people.map((row) => ({
      id: `p-${row["id"]}`,
      occupations: codesOf(row).map((code) => ({ code, months: 12 })),
      skills: skillsOf(row),
    })),
    [types.journeys]: people.map((row) => ({
      id: row["id"] ?? "",
      seekerId: `p-${row["id"]}`,
      status: "active",
      stage: "coaching.searching",
    })),
    [types.recruitments]: [],
  });
  const context = testContext(plugin, records);
  const grades = gradesOf(data);
  const offers = data.read("eval/C_offres.csv").filter((_, n) => n % every === 0);
  let ndcg10 = 0;
  let p5 = 0;
  for (const row of offers) {
    const [occupation = ""] = codesOf(row);
    const offer = {
      id: row["id"] ?? "",
      title: row["titre"] ?? "",
      occupation,
      skills: skillsOf(row),
      stage: "published",
    };
    const found = (await plugin.matchers?.["rome-candidates"]?.match(offer, { limit: 10 }, context)) ?? [];
    const known = grades.get(offer.id) ?? new Map<string, number>();
    const gained = found.map(({ id }) => known.get(id) ?? 0);
    const best = [...known.values()].sort((one, other) => other - one).slice(0, 10);
    ndcg10 += best.length === 0 ? 0 : gain(gained) / gain(best);
    p5 += gained.slice(0, 5).filter((grade) => grade === 3).length / 5;
  }
  return { offers: offers.length, ndcg10: ndcg10 / offers.length, p5: p5 / offers.length };
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

function skillsOf(row: Row): readonly string[] {
  return (row["competences"] ?? "").split(" ; ").filter((skill) => skill !== "");
}

/** By offer, what each person who is not quite beside it is worth: 3 the same occupation, 2 a close one, 1 an evolution. */
function gradesOf(data: EvaluationData): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const grades = new Map<string, Map<string, number>>();
  for (const { offre = "", candidat = "", note } of data.read("eval/C_pertinence.csv")) {
    const known = grades.get(offre) ?? new Map<string, number>();
    known.set(candidat, Number(note));
    grades.set(offre, known);
  }
  return grades;
}

function occupationsOf(data: EvaluationData) {
  const ways = data.read("rome/mobilites.csv");
  const to = (code: string, kind: string) =>
    ways.filter((way) => way["code_rome"] === code && way["type"] === kind).map((way) => way["code_rome_cible"] ?? "");
  return data.read("rome/codes_rome_v3.csv").map((row) => {
    const code = row["code_rome"] ?? "";
    return {
      id: code,
      code,
      label: row["libelle_v3"] ?? "",
      close: to(code, "Proche"),
      evolutions: to(code, "Evolution"),
    };
  });
}
