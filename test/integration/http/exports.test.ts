import { afterAll, beforeAll, expect, test } from "vitest";
import { built } from "../../support/test-host.ts";
import { type RunningLibrary, startLibrary } from "./running-library.ts";

/** A file of what the reader may read of the members, and one that the plugin's own pages offer. */
const exporters = `exporters: {
  members: {
    title: { fr: "Adhérents", en: "Members" },
    roles: ["librarian", "desk"],
    offeredIn: "reports",
    run: async ({ from, to }, { records }) => {
      const members = await records.list("members");
      return {
        name: "members-" + from + "-" + to + ".csv",
        mediaType: "text/csv; charset=utf-8",
        content: members.map((member) => [member.displayName, member.remarks].join(";")).join("\\n"),
      };
    },
  },
  shelves: {
    title: "Shelves",
    roles: ["librarian"],
    run: async (params, { records }) => {
      const rows = [["=Heights", 1.5, true]];
      for await (const batch of records.each("members")) for (const { displayName } of batch) rows.push([displayName, null, false]);
      return { name: "shelves.csv", table: { columns: ["Shelf; name", "m", "full"], rows, language: "fr" } };
    },
  },
  crooked: {
    title: "Crooked",
    roles: ["librarian"],
    run: async () => ({ name: "crooked.csv", table: { columns: ["a", "b"], rows: [["one"]] } }),
  },
  sheet: {
    title: "Sheet",
    roles: ["librarian"],
    run: async () => ({ name: "sheet.pdf", print: { title: "Sheet", sections: [] } }),
  },
}`;

let library: RunningLibrary;

beforeAll(async () => {
  library = await startLibrary({}, { plugins: { papers: built("papers", exporters) } });
  const admin = await library.as("admin");
  await admin.put("/api/plugins/papers", { enabled: true });
  await admin.post("/api/members", { firstName: "Jeanne", lastName: "Roux", email: "j@roux.test", remarks: "Secret" });
});

afterAll(() => library[Symbol.asyncDispose]());

const path = "/api/exports/members?from=2026-01-01&to=2026-01-31";

test("lists to each the files that they may ask for, and where they are offered", async () => {
  const listed = async (role: string) =>
    (await (await library.as(role)).get("/api/exports")).list.map((file) => [file["id"], file["offeredIn"]]);
  expect(await listed("librarian")).toEqual([
    ["members", "reports"],
    ["shelves", null],
    ["crooked", null],
    ["sheet", null],
  ]);
  expect(await listed("desk")).toEqual([["members", "reports"]]);
  expect(await listed("trustee")).toEqual([]);
});

test("a file holds what its reader may read, and the reading is logged", async () => {
  const librarian = await (await library.as("librarian")).get(path);
  expect([librarian.status, librarian.text]).toEqual([200, "Jeanne Roux;Secret"]);
  const desk = await (await library.as("desk")).get(path);
  expect([desk.status, desk.text]).toEqual([200, "Jeanne Roux;"]);
  const reads = (await (await library.as("admin")).get("/api/audit/reads")).list;
  expect(reads).toContainEqual(expect.objectContaining({ how: "export", type: "members" }));
});

test("a table is written for spreadsheets, in its own language; a crooked one is the plugin's failure", async () => {
  const librarian = await library.as("librarian");
  const table = await librarian.get("/api/exports/shelves?from=2026-01-01&to=2026-01-31");
  expect(table.text.replace("\uFEFF", "")).toBe('"Shelf; name";m;full\r\n\'=Heights;1,5;oui\r\nJeanne Roux;;non\r\n');
  const crooked = await librarian.get("/api/exports/crooked?from=2026-01-01&to=2026-01-31");
  expect(crooked.body).toMatchObject({ code: "plugin-unavailable" });
});

test("a file is refused to other roles, for a period that is none, and where there is none", async () => {
  const told = async (role: string, asked: string) => {
    const answer = await (await library.as(role)).get(asked);
    return [answer.status, answer.body["code"]];
  };
  expect(await told("trustee", path)).toEqual([403, "exporter-forbidden"]);
  expect(await told("librarian", "/api/exports/members?from=yesterday")).toEqual([400, "wrong-report-params"]);
  expect(await told("librarian", "/api/exports/nothing")).toEqual([404, "unknown-exporter"]);
});

test("a document that the host prints is a PDF", async () => {
  const sheet = await (await library.as("librarian")).get("/api/exports/sheet");
  expect([sheet.status, sheet.text.slice(0, 5)]).toEqual([200, "%PDF-"]);
});
