import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCsv, readCsvFile } from "../../../server/adapters/files/csv-file.ts";
import { type Caller, engineCaller } from "../../../server/domain/changes/caller.ts";
import { importCsv } from "../../../server/domain/importing/import-csv.ts";
import { importFrom, type OfficeImporter } from "../../../server/domain/importing/import-from.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { type ApiClient, listPath } from "./api-client.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;
let admin: ApiClient;
let caller: Caller;

beforeAll(async () => {
  library = await startLibrary();
  admin = await library.as("admin");
  caller = engineCaller(library.office.town.office);
  const type = (await admin.get("/api/record-types/books")).body as unknown as RecordTypeDefinition;
  const keyed = JSON.parse(JSON.stringify({ ...type, keys: [["title", "author"]] }));
  expect((await admin.put("/api/record-types/books?acknowledge=true", keyed)).status).toBe(200);
});

afterAll(() => library[Symbol.asyncDispose]());

async function importBooks(text: string | Uint8Array, dryRun = false) {
  const { office, communes } = library.office.town;
  const file = await readCsv(typeof text === "string" ? new TextEncoder().encode(text) : text, "books.csv");
  return importCsv(office, caller, { type: "books", file, name: "books.csv", communes, dryRun });
}

const lines = [
  "Titre;AUTEUR;Exemplaires;Acheté le;Rayon;Rare;Poids",
  "Candide;Voltaire;3;31/12/2024;Romans;oui;rouge",
  "Zadig;Voltaire;deux;;Romans;;",
  '"Le Rouge; et le Noir";Stendhal;1;;;non;',
  ";;;;;;",
  ";Personne;1;;;;",
  "Atlas;Anonyme;1;;Cartes;;",
];

test("maps headings, says what it would do, loses no good line, and tells each bad one", async () => {
  const dry = await importBooks(lines.join("\n"), true);
  expect(dry).toMatchObject({ created: 2, dryRun: true, ignoredColumns: ["Poids"] });
  expect((await admin.get("/api/books")).list).toEqual([]);

  const report = await importBooks(lines.join("\r\n"));
  expect(report).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
  expect(report.rejected.map(({ line }) => line)).toEqual([3, 6, 7]);
  expect(report.rejected[0]?.reason).toBe("Exemplaires : « deux » n’est pas un nombre.");
  expect(report.rejected[1]?.reason).toContain("Titre");
  expect(report.rejected[2]?.reason).toContain("Romans, Sciences, Jeunesse");
  const { list } = await admin.get(listPath("books", { sort: ["title", "ASC"] }));
  expect(list[0]).toMatchObject({ title: "Candide", copies: 3, boughtOn: "2024-12-31", shelf: "novels", rare: true });
  expect(list[1]).toMatchObject({ title: "Le Rouge; et le Noir", rare: false });
});

test("a dry run promised a record for each line of a book that stands in the file more than once", async () => {
  const twice = ["Titre;AUTEUR;Exemplaires", "Nana;Zola;1", "Nana;Zola;1", "Nana;Zola;2"].join("\n");
  const promised = { created: 1, updated: 1, unchanged: 1 };
  expect(await importBooks(twice, true)).toMatchObject(promised);
  expect(await importBooks(twice)).toMatchObject(promised);
  const { list } = await admin.get(listPath("books", { filter: { q: "nana" } }));
  expect((await admin.delete(`/api/books/${list[0]?.["id"]}`)).status).toBe(200);
});

test("a second time nothing changes, and a line that differs changes its record", async () => {
  expect(await importBooks(lines.join("\n"))).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  const changed = await importBooks("Title,Author,Copies\nCandide,Voltaire,5\nCandide,Voltaire,6\n");
  expect(changed).toMatchObject({ created: 0, updated: 2, unchanged: 0, rejected: [] });
  const { list } = await admin.get(listPath("books", { filter: { title: "Candide" } }));
  expect(list.map((book) => [book["copies"], book["version"]])).toEqual([[6, 3]]);
});

test("reads Windows-1252, and UTF-8 with a byte-order mark", async () => {
  const windows = Uint8Array.from(
    [..."Titre;Auteur\nL"].map((letter) => letter.charCodeAt(0)).concat(0x92, 0xe9, 0x74, 0xe9, 0x3b, 0x0a),
  );
  expect((await readCsv(windows, "w.csv")).rows[0]?.cells[0]).toBe("L’été");
  const folder = await mkdtemp(join(tmpdir(), "passerelle-csv-"));
  await writeFile(join(folder, "u.csv"), "\uFEFFTitre\tAuteur\nÉté\t\n");
  const file = await readCsvFile(join(folder, "u.csv"));
  expect([file.headers, file.rows[0]?.cells[0]]).toEqual([["Titre", "Auteur"], "Été"]);
  await rm(folder, { recursive: true });
});

test("refuses a file without a known column, or that is not there", async () => {
  await expect(importBooks("Hauteur;Poids\n20;3")).rejects.toMatchObject({ details: { code: "no-known-column" } });
  await expect(readCsvFile("/nowhere.csv")).rejects.toMatchObject({ details: { code: "unreadable-file" } });
});

test("an importer of a plugin fills its type, and a second time makes no new version", async () => {
  const importer: OfficeImporter = {
    id: "catalogue",
    type: "books",
    async *read(_path, { reject }) {
      reject({ file: "catalogue.txt", line: 2, reason: "torn" });
      for (let copies = 0; copies < 150; copies += 1) {
        yield { key: { field: "title", value: `Volume ${copies}` }, data: { copies, author: "Catalogue" } };
      }
    },
  };
  const run = () =>
    importFrom(library.office.town.office, caller, {
      type: "books",
      path: "catalogue",
      importers: [importer],
      dryRun: false,
      signal: new AbortController().signal,
    });
  expect(await run()).toMatchObject({ created: 150, rejected: [{ line: 2, reason: "torn" }] });
  expect(await run()).toMatchObject({ created: 0, updated: 0, unchanged: 150 });
});

test("what is exported can be imported again", async () => {
  const csv = await admin.get("/api/books?format=csv", { "accept-language": "fr" });
  const report = await importBooks(csv.text);
  expect(report).toMatchObject({ created: 0, updated: 0, rejected: [] });
  expect(report.unchanged).toBeGreaterThan(100);
});

test("an administrator sends a file from the browser: first to see what it would do, then to do it; nobody else may", async () => {
  const form = () => {
    const body = new FormData();
    body.append("file", new Blob(["Titre;Exemplaires\nMicromégas;2\nZaïre;beaucoup\n"]), "livres.csv");
    return body;
  };
  const tried = await admin.post("/api/imports/books?dryRun=true", form());
  expect([tried.status, tried.body]).toMatchObject([200, { created: 1, dryRun: true, rejected: [{ line: 3 }] }]);
  expect((await admin.get(listPath("books", { filter: { q: "micromegas" } }))).list).toHaveLength(0);
  expect((await admin.post("/api/imports/books", form())).body).toMatchObject({ created: 1, dryRun: false });
  expect((await admin.get(listPath("books", { filter: { q: "micromegas" } }))).list).toHaveLength(1);
  const librarian = await library.as("librarian");
  expect((await librarian.post("/api/imports/books", form())).status).toBe(403);
  expect((await admin.post("/api/imports/nothing", form())).status).toBe(404);
});
