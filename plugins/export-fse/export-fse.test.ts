import { expect, test } from "vitest";
import { conformance, createMemoryRecords, exportContext } from "../../server/plugin-api/testing/index.ts";
import { plugin } from "./plugin.ts";

const people = [
  {
    id: "p1",
    firstName: "Aïcha",
    lastName: "Ben Ali",
    civility: "mrs",
    birthDate: "2003-05-02",
    registeredSince: "2026-01-10",
    educationLevel: 3,
    publics: ["RSA", "QPV"],
    protectedPublics: [],
  },
  { id: "p2", firstName: "Jean", lastName: "Roux", birthDate: "1980-01-01", registeredSince: "2026-01-10" },
];
const journeys = [
  { id: "j1", seekerId: "p1", openedOn: "2026-08-01" },
  {
    id: "j2",
    seekerId: "p2",
    openedOn: "2026-02-01",
    closedOn: "2026-09-30",
    exitReason: "lasting-job",
    jobContractType: "CDI",
  },
  { id: "j3", seekerId: "p2", openedOn: "2025-02-01", closedOn: "2025-09-30", exitReason: "other" },
];

const records = createMemoryRecords({ seekers: people, "seeker-journeys": journeys });
const context = exportContext(plugin, records);
type Line = { readonly [title: string]: unknown };

async function exported(from: string, to: string): Promise<readonly Line[]> {
  const file = await plugin.exporters?.["fse-participants"]?.run({ from, to }, context);
  if (!file || !("table" in file)) throw new Error("It is a table");
  const { columns, rows } = file.table;
  return rows.map((cells) => Object.fromEntries(columns.map((title, n) => [title, cells[n]])));
}

test("keeps what its kinds promise", async () => {
  const trial = { params: { from: "2026-01-01", to: "2026-12-31" }, context };
  expect(await conformance(plugin, { exporters: { "fse-participants": trial } })).toEqual([]);
});

test("tells who entered and who left in the period, each once, the earliest first", async () => {
  const lines = await exported("2026-07-01", "2026-12-31");
  expect(lines.map((line) => [line["Prénom"], line["Date d’entrée"], line["Date de sortie"]])).toEqual([
    ["Jean", "01/02/2026", "30/09/2026"],
    ["Aïcha", "01/08/2026", ""],
  ]);
});

test("answers the questions of entry and of exit in the words of the questionnaire", async () => {
  const [jean, aicha] = await exported("2026-07-01", "2026-12-31");
  expect(aicha).toMatchObject({
    Sexe: "Femme",
    "Situation sur le marché du travail à l’entrée": "Demandeur d’emploi de longue durée",
    "Niveau d’études (CITE)": "CITE 3-4",
    "Allocataire de minima sociaux": "Oui",
    "Reconnaissance de handicap": "Non",
    "Situation à la sortie": "",
  });
  expect(jean).toMatchObject({
    Sexe: "Non renseigné",
    "Situation sur le marché du travail à l’entrée": "Demandeur d’emploi",
    "Reconnaissance de handicap": "Non renseigné",
    "Situation à la sortie": "En emploi durable (CDI, ou six mois et plus)",
    "Contrat à la sortie": "CDI",
  });
});

test("a period without anyone is a file with its titles alone", async () => {
  expect(await exported("2020-01-01", "2020-12-31")).toEqual([]);
});
