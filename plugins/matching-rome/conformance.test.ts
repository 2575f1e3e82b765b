import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { conformance } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";
import { careOffer, journeyOf, town } from "./test-town.ts";

const people = {
  perfect: { occupations: [{ occupation: "K1304", months: 24 }], commune: "49353" },
  other: { occupations: [{ occupation: "N1103", months: 6 }], commune: "49007" },
};

const directory = {
  "codes_rome_v3.csv": "code_rome,libelle_v3\nA1201,Bûcheronnage\nA1203,Espaces verts\n",
  "appellations.csv": "code_ogr,code_rome,libelle_long\n1,A1201,Élagueur\n2,A1203,Jardinier\n",
};

test("keeps what its kinds promise", async () => {
  const path = await mkdtemp(join(tmpdir(), "rome-"));
  for (const [name, text] of Object.entries(directory)) await writeFile(join(path, name), text);
  const { context } = town(people);
  const breaches = await conformance(plugin, {
    matchers: {
      "rome-candidates": { record: careOffer, context },
      "rome-offers": { record: journeyOf("perfect"), context },
    },
    importers: { occupations: { path, records: 2, rejected: 0 } },
    finders: { "rome-titles": { text: "Accompagnement médicosocial", meant: "K1301", context } },
  });
  expect(breaches).toEqual([]);
  await rm(path, { recursive: true });
});
