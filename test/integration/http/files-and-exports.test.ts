import exceljs from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import { type ApiClient, listPath } from "./api-client.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

let library: RunningLibrary;
let admin: ApiClient;
let librarian: ApiClient;

beforeAll(async () => {
  library = await startLibrary();
  admin = await library.as("admin");
  librarian = await library.as("librarian");
  await librarian.post("/api/books", { title: "=HYPERLINK(1)", copies: 3, shelf: "novels" });
  await librarian.post("/api/books", { title: "Émile; or", copies: 1, shelf: "science" });
});

afterAll(() => library[Symbol.asyncDispose]());

function upload(name: string, content: string): FormData {
  const form = new FormData();
  form.append("file", new Blob([content]), name);
  return form;
}

test("a list leaves as CSV, with titles and labels, and no formula in it", async () => {
  const path = listPath("books", { filter: { copies_gte: 1 }, sort: ["copies", "DESC"] });
  const answer = await librarian.get(`${path}&format=csv`, { "accept-language": "fr" });
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename=books-\d{4}-\d\d-\d\d\.csv$/);
  const lines = answer.text.split("\r\n");
  expect(lines[0]).toMatch(/^Titre;Auteur;Exemplaires;.*;Créé le;Modifié le;Id$/);
  expect(lines[1]).toMatch(/^'=HYPERLINK\(1\);;3;.*;(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;){2}[\da-f-]{36}$/);
  expect(lines[2]).toMatch(/^"Émile; or";;1;/);
  expect(lines[2]).toContain("Sciences");
});

test("a link fetched by a browser of another language was answered in that, not in the reader's", async () => {
  const answer = await librarian.get(`${listPath("books", {})}&format=csv&language=en`, { "accept-language": "fr-FR" });
  expect(answer.text.split("\r\n")[0]).toContain("Title");
});

test("a thousand ticked rows did not fit the address of their file", async () => {
  const made = (await librarian.get(listPath("books", {}))).list.map((book) => String(book["id"]));
  const ids = [...made, ...Array.from({ length: 1000 }, () => crypto.randomUUID())];
  const answer = await librarian.post("/api/books/exports", {
    format: "csv",
    filter: { id: ids },
    sort: ["title", "ASC"],
  });
  expect([answer.status, answer.text.trim().split("\r\n").length]).toEqual([200, 1 + made.length]);
  const refused = await librarian.post("/api/books/exports", { format: "pdf" });
  expect([refused.status, refused.body["code"]]).toEqual([400, "malformed-value"]);
  expect((await (await library.as("trustee")).post("/api/books/exports", { format: "csv" })).status).toBe(403);
});

test("a list leaves as a workbook", async () => {
  const { url } = library.office;
  const answer = await fetch(`${url}/api/books?format=xlsx`, { headers: { cookie: librarian.cookie } });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await answer.arrayBuffer());
  const titles = workbook.worksheets[0]?.getColumn(1).values.slice(2);
  expect(titles?.toSorted()).toEqual(["=HYPERLINK(1)", "Émile; or"]);
});

test("a document is read by whoever may read the record that holds it", async () => {
  const type = (await admin.get("/api/record-types/members")).body as unknown as RecordTypeDefinition;
  const file = { type: "string", "x-widget": "file", "x-title": { fr: "Pièce", en: "Document" } };
  const schema = { ...type.schema, properties: { ...type.schema.properties, document: file } };
  const changed = JSON.parse(JSON.stringify({ ...type, schema }));
  expect((await admin.put("/api/record-types/members?acknowledge=true", changed)).status).toBe(200);

  const sent = await librarian.post("/api/files", upload("lettre é.pdf", "%PDF-1.7 hello"));
  expect(sent.body).toMatchObject({ name: "lettre é.pdf", type: "application/pdf", size: 14 });
  const path = `/api/files/${sent.body["id"]}`;
  const desk = await library.as("desk");
  expect((await desk.get(path)).status).toBe(404);
  const card = { firstName: "A", lastName: "B", cardUntil: "2199-01-01", document: sent.body["id"] ?? "" };
  expect((await librarian.post("/api/members", card)).status).toBe(201);
  const read = await desk.get(path);
  expect([read.status, read.text]).toEqual([200, "%PDF-1.7 hello"]);
  expect(read.headers.get("content-disposition")).toContain("attachment");
  expect((await (await library.as("trustee")).get(path)).status).toBe(404);
});

test("whoever may read no record could send files all the same", async () => {
  const refused = await (await library.as("trustee")).post("/api/files", upload("own.pdf", "%PDF-1.7 own"));
  expect([refused.status, refused.body["code"]]).toEqual([403, "may-not-send-files"]);
});

test("a document is what its bytes say, and weighs what it may", async () => {
  const disguised = await librarian.post("/api/files", upload("page.pdf", "<script>"));
  expect([disguised.status, disguised.body["code"]]).toEqual([415, "file-type"]);
  expect((await librarian.post("/api/files", upload("page.html", "<p>"))).status).toBe(415);
  const heavy = await librarian.post("/api/files", upload("heavy.pdf", `%PDF${"x".repeat(16 * 1024 * 1024)}`));
  expect([heavy.status, heavy.body["code"]]).toEqual([413, "file-too-large"]);
});

test("a record held a file that was never sent, or that whoever attached it may not read", async () => {
  const member = { firstName: "C", lastName: "D", cardUntil: "2199-01-01" };
  for (const document of ["zzz", "018f0000-0000-7000-8000-000000000000"]) {
    const refused = await librarian.post("/api/members", { ...member, document });
    expect([refused.status, refused.body["code"]]).toEqual([422, "dangling-file"]);
    expect(refused.body["errors"]).toHaveProperty("document");
  }
  const others = (await admin.post("/api/files", upload("secret.pdf", "%PDF-1.7 secret"))).body["id"] ?? "";
  const stolen = await librarian.post("/api/members", { ...member, document: others });
  expect([stolen.status, stolen.body["code"]]).toEqual([422, "dangling-file"]);

  const own = (await librarian.post("/api/files", upload("own.pdf", "%PDF-1.7 own"))).body["id"] ?? "";
  const made = await librarian.post("/api/members", { ...member, document: own });
  expect(made.status).toBe(201);
  const path = `/api/members/${made.body["id"]}`;
  expect((await librarian.put(path, { document: others })).status).toBe(422);
  expect((await admin.put(path, { document: own, firstName: "E" })).status).toBe(200);
});
