import { expect, test } from "vitest";
import { readCsv } from "./csv-file.ts";

const told = { headers: ["Nom", "Ville"], rows: [{ line: 2, cells: ["Zoé", "Trélazé"] }] };

test.each([
  ["UTF-8", Buffer.from("Nom;Ville\nZoé;Trélazé\n")],
  ["UTF-8 with its mark", Buffer.from("\ufeffNom;Ville\nZoé;Trélazé\n")],
  ["Windows-1252", Buffer.from("Nom;Ville\r\nZoé;Trélazé\r\n", "latin1")],
  ["what Excel calls Unicode text", Buffer.from("\ufeffNom\tVille\r\nZoé\tTrélazé\r\n", "utf16le")],
  ["the same from the other end", Buffer.from("\ufeffNom\tVille\r\nZoé\tTrélazé\r\n", "utf16le").swap16()],
])("reads %s", async (_what, bytes) => {
  expect(await readCsv(bytes, "people.csv")).toEqual(told);
});

test("a quotation mark that nobody closed was a defect", async () => {
  const open = Buffer.from('Nom;Ville\n"Zoé;Trélazé\nAli;Angers\n');
  await expect(readCsv(open, "people.csv")).rejects.toMatchObject({ details: { code: "unclosed-quote" } });
});
