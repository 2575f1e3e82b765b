import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { RecordAccess } from "../../../server/plugin-api/index.ts";
import { checkFinder, createMemoryRecords, testContext } from "../../../server/plugin-api/testing/index.ts";
import { plugin } from "../plugin.ts";
import { createTitleCoders, occupationFinder } from "./occupation-finder.ts";

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

/** Finds in these records, and tells how often all of them were read. */
function findIn(records: ReturnType<typeof createMemoryRecords>) {
  let readings = 0;
  const each: RecordAccess["each"] = (type, filter) => {
    readings += 1;
    return records.each(type, filter);
  };
  const finder = occupationFinder(createTitleCoders());
  const context = testContext(plugin, { ...records, each });
  const find = (text: string, limit = 5) => finder.find(text, { limit }, context);
  return Object.assign(find, { readings: () => readings });
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

test("searches that wait for the index wait for the same one", async () => {
  const records = createMemoryRecords({ occupations });
  const find = findIn(records);
  await Promise.all([find("maçon"), find("coursier"), find("secrétaire")]);
  expect(find.readings()).toBe(1);
  await find("maçonne");
  expect(find.readings()).toBe(1);
});

test("an occupation that is added while the index is made is found by whoever asks from then on, with one index more", async () => {
  const records = createMemoryRecords({
    occupations: Array.from({ length: 300 }, (_, n) => ({ id: `o${n}`, label: `Métier ${n}` })),
  });
  const find = findIn(records);
  const first = find("boulanger");
  await nextTurn();
  records.put("occupations", { id: "baker", code: "D1102", label: "Boulangerie", appellations: ["Boulanger"] });
  const later = await Promise.all([find("boulanger"), find("boulangère")]);
  expect(later).toEqual([["baker"], ["baker"]]);
  await first;
  expect(find.readings()).toBe(2);
});

test("other work has its turn while the index of many occupations is made", async () => {
  const many = Array.from({ length: 1000 }, (_, n) => ({
    id: `o${n}`,
    label: `Métier ${n}`,
    appellations: [`Titre ${n}`],
  }));
  const find = findIn(createMemoryRecords({ occupations: many }));
  let isFound = false;
  const search = find("titre 7").finally(() => {
    isFound = true;
  });
  let turns = 0;
  for (; !isFound; turns += 1) await nextTurn();
  expect(turns).toBeGreaterThan(100);
  expect(await search).toContain("o7");
});

test("a plugin that has prepared itself reads nothing for the first search and the first match", async () => {
  const records = createMemoryRecords({
    occupations,
    seekers: [{ id: "s1", occupations: [{ code: "F1703", months: 12 }] }],
    "seeker-journeys": [{ id: "j1", seekerId: "s1", status: "active", stage: "coaching.searching" }],
    "company-recruitments": [],
  });
  const read: string[] = [];
  const each: RecordAccess["each"] = (type, filter) => {
    read.push(type);
    return records.each(type, filter);
  };
  const context = testContext(plugin, { ...records, each });
  await plugin.prepare?.(context);
  expect(read.toSorted()).toEqual(["company-recruitments", "occupations", "occupations", "seeker-journeys", "seekers"]);
  expect(await plugin.finders?.["rome-titles"]?.find("maçonne", { limit: 1 }, context)).toEqual(["mason"]);
  const offer = { id: "o1", title: "Maçon", occupation: "F1703", status: "active", stage: "published" };
  const matches = await plugin.matchers?.["rome-candidates"]?.match(offer, { limit: 1 }, context);
  expect(matches?.map(({ id }) => id)).toEqual(["j1"]);
  expect(read).toHaveLength(5);
});

test("keeps what every finder keeps", async () => {
  const context = testContext(plugin, createMemoryRecords({ occupations }));
  const breaches = await checkFinder(occupationFinder(createTitleCoders()), {
    text: "maçonne",
    meant: "mason",
    context,
  });
  expect(breaches).toEqual([]);
});
