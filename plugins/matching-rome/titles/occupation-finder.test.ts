import { expect, test } from "vitest";
import { checkFinder, createMemoryRecords, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "../plugin.ts";
import { occupationFinder } from "./occupation-finder.ts";

const occupations = [
  {
    id: "mason",
    code: "F1703",
    label: "Maçonnerie",
    appellations: ["Maçon / Maçonne", "Maçon coffreur / Maçonne coffreuse"],
    skills: ["Montage de murs"],
  },
  {
    id: "driver",
    code: "N4105",
    label: "Conduite et livraison par tournées sur courte distance",
    appellations: ["Chauffeur-livreur / Chauffeuse-livreuse", "Coursier / Coursière"],
    skills: ["Préparation d'une tournée"],
  },
  {
    id: "clerk",
    code: "M1607",
    label: "Secrétariat",
    appellations: ["Secrétaire", "Secrétaire bureautique", "Assistant / Assistante de direction"],
    skills: ["Bureautique"],
  },
];

function findIn(records: ReturnType<typeof createMemoryRecords>) {
  const finder = occupationFinder();
  const context = testContext(plugin, records);
  return (text: string, limit = 5) => finder.find(text, { limit }, context);
}

test.each([
  ["Maçonne qualifiée H/F", "mason"],
  ["cherche macon", "mason"],
  ["mçaon coffreur", "mason"],
  ["Chauffeuse livreuse en intérim", "driver"],
  ["poste de coursière – urgent", "driver"],
  ["secrtaire bureautique (H/F) CDI", "clerk"],
  ["monter des murs", "mason"],
])("« %s » finds its occupation first", async (text, meant) => {
  const find = findIn(createMemoryRecords({ occupations }));
  expect((await find(text))[0]).toBe(meant);
});

test("women's and men's forms of a title find the same, in the same order", async () => {
  const find = findIn(createMemoryRecords({ occupations }));
  expect(await find("assistante de direction")).toEqual(await find("assistant de direction"));
});

test("what is far from every title finds nothing", async () => {
  const find = findIn(createMemoryRecords({ occupations }));
  expect(await find("xyzzy")).toEqual([]);
});

test("an occupation that is added or renamed is found at once", async () => {
  const records = createMemoryRecords({ occupations });
  const find = findIn(records);
  expect(await find("boulangère")).toEqual([]);
  records.put("occupations", {
    id: "baker",
    code: "D1102",
    label: "Boulangerie",
    appellations: ["Boulanger / Boulangère"],
  });
  expect((await find("boulangère"))[0]).toBe("baker");
});

test("keeps what every finder keeps", async () => {
  const context = testContext(plugin, createMemoryRecords({ occupations }));
  const breaches = await checkFinder(occupationFinder(), { text: "maçonne", meant: "mason", context });
  expect(breaches).toEqual([]);
});
