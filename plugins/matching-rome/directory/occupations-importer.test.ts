import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ImportedRecord } from "../../../server/plugin-api/index.ts";
import { checkImporter } from "../../../server/plugin-api/testing/index.ts";
import { occupationsImporter } from "./occupations-importer.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rome-"));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (files: { readonly [name: string]: string | Buffer }) =>
  Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));

async function read() {
  const records: ImportedRecord["data"][] = [];
  const rejected: string[] = [];
  const context = {
    signal: new AbortController().signal,
    language: "fr" as const,
    reject: ({ file, line, reason }: { file: string; line: number; reason: string }) =>
      rejected.push(`${path.basename(file)}:${line} ${reason}`),
  };
  for await (const { data } of occupationsImporter.read(folder, context)) records.push(data);
  return { records, rejected };
}

const kept = {
  "codes_rome_v3.csv":
    "code_rome,libelle_v3,libelle_v4\nA1201,Bûcheronnage et élagage,Bûcheron\nA1203,Espaces verts,Jardinier\n",
  "appellations.csv": "code_ogr,code_rome,libelle_long\n1,A1201,Élagueur / Élagueuse\n2,A1203,Jardinier / Jardinière\n",
  "competences.csv": "code_ogr,libelle,type\n10,Tailler une haie,savoir-faire\n",
  "competences_par_code.csv": "code_rome,code_ogr\nA1203,10\n",
  "mobilites.csv": "code_rome,code_rome_cible,type\nA1201,A1203,Proche\nA1203,A1201,Evolution\n",
};
const expectedRecords = [
  {
    code: "A1201",
    label: "Bûcheronnage et élagage",
    appellations: ["Élagueur / Élagueuse"],
    skills: [],
    close: ["A1203"],
    evolutions: [],
  },
  {
    code: "A1203",
    label: "Espaces verts",
    appellations: ["Jardinier / Jardinière"],
    skills: ["Tailler une haie"],
    close: [],
    evolutions: ["A1201"],
  },
];

describe("what every importer promises", () => {
  test("the files as the office keeps them", async () => {
    await write(kept);
    expect(await checkImporter(occupationsImporter, folder, { records: 2, rejected: 0 })).toEqual([]);
    expect((await read()).records).toEqual(expectedRecords);
  });

  test("the files as France Travail publishes them, the newest of two versions", async () => {
    await write({
      "unix_referentiel_code_rome_v346_utf8.csv": '"code_rome","libelle_rome"\n"A1201","ancien"\n',
      "unix_referentiel_code_rome_v460_utf8.csv":
        '"code_rome","code_fiche_metier","code_ogr","libelle_rome"\n"A1201","1","5","Bûcheronnage et élagage"\n"A1203","2","6","Espaces verts"\n',
      "unix_referentiel_appellation_v460_utf8.csv":
        '"code_ogr","libelle_appellation_long","libelle_appellation_court","code_rome"\n"1","Élagueur / Élagueuse","Élagueur","A1201"\n"2","Jardinier / Jardinière","Jardinier","A1203"\n',
      "unix_referentiel_competence_v460_utf8.csv": '"code_ogr","libelle_competence"\n"11","autre"\n',
      "unix_referentiel_savoir_v460_utf8.csv": '"code_ogr_savoir","libelle_savoir"\n"10","Tailler une haie"\n',
      "unix_liens_rome_referentiels_v460_utf8.csv":
        '"code_rome","code_ogr","code_compo_bloc"\n"A1203","10","5"\n"A1203","99","4"\n',
      "unix_rubrique_mobilite_v460_utf8.csv":
        '"code_rome","code_appellation_source","code_rome_cible","code_appellation_cible","code_type_mobilite","libelle_type_mobilite"\n"A1201","","A1203","","1","Proche"\n"A1203","","A1201","","2","Evolution"\n',
    });
    expect(await checkImporter(occupationsImporter, folder, { records: 2, rejected: 0 })).toEqual([]);
    expect((await read()).records).toEqual(expectedRecords);
  });
});

test("a bad line is named with its number and reason, and the good ones stay", async () => {
  await write({
    ...kept,
    "codes_rome_v3.csv": `${kept["codes_rome_v3.csv"]}Z9,Faux,\nA1201,Encore,\nB1101,,\n`,
    "appellations.csv": `${kept["appellations.csv"]}3,B9999,Inconnu\n4,A1201,\n`,
  });
  const { records, rejected } = await read();
  expect(records).toEqual(expectedRecords);
  expect(rejected).toEqual([
    "codes_rome_v3.csv:4 « Z9 » n’est pas un code ROME (une lettre de A à N et quatre chiffres).",
    "codes_rome_v3.csv:5 Le code « A1201 » est déjà là : la première ligne est gardée.",
    "codes_rome_v3.csv:6 Le libellé est vide.",
    "appellations.csv:4 Le code « B9999 » n’est pas dans la liste des métiers.",
    "appellations.csv:5 Le libellé est vide.",
  ]);
});

test("semicolons, Windows-1252, a byte order mark and doubled apostrophes are read", async () => {
  await write({
    "codes_rome_v3.csv": Buffer.from("code_rome;libelle_v3\r\nA1201;Bûcheronnage d''arbres\r\n", "latin1"),
    "appellations.csv": "\uFEFFcode_ogr,code_rome,libelle_long\n1,A1201,Élagueur\n",
  });
  expect((await read()).records).toMatchObject([{ label: "Bûcheronnage d'arbres", appellations: ["Élagueur"] }]);
});

test("a missing file and a missing column are told, not thrown", async () => {
  await write({ "codes_rome_v3.csv": "code,libelle\nA1201,x\n" });
  expect((await read()).rejected).toEqual([
    "codes_rome_v3.csv:1 Il manque une colonne : code_rome, libelle_rome. Le fichier n’est pas lu.",
    `${path.basename(folder)}:0 Il manque un fichier : appellations.csv ou unix_referentiel_appellation_v…_utf8.csv ou unix_referentiel_appellation_v….csv.`,
  ]);
  folder = path.join(folder, "absent");
  expect((await read()).rejected).toEqual([
    "absent:0 Ce dossier n’existe pas ou ne peut pas être lu. Indiquez celui des fichiers du ROME.",
  ]);
  folder = path.dirname(folder);
});

const published = path.resolve(import.meta.dirname, "../../../../shared/data/rome");

test.skipIf(!existsSync(published))(`the whole directory (skipped where ${published} is not there)`, async () => {
  const own = folder;
  folder = published;
  const { records, rejected } = await read();
  folder = own;
  const total = (field: string) =>
    records.reduce((sum, record) => sum + (Array.isArray(record[field]) ? record[field].length : 0), 0);
  expect({ occupations: records.length, titles: total("appellations"), skills: total("skills"), rejected }).toEqual({
    occupations: 532,
    titles: 8915,
    skills: 24_948,
    rejected: [],
  });
});
