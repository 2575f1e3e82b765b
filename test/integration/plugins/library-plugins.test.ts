import { expect, test } from "vitest";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import { builtAdmin, builtPlugin } from "../../support/built-plugin.ts";
import { built } from "../../support/test-host.ts";
import { startLibrary } from "../http/running-library.ts";

const folder = "test/support/library-office/plugins";

async function libraryWithPlugins() {
  const library = await startLibrary(
    {},
    {
      plugins: {
        "suggest-books": await builtPlugin("suggest-books", folder),
        "lending-figures": {
          "plugin.mjs": await builtPlugin("lending-figures", folder),
          "admin.js": await builtAdmin("lending-figures", folder),
        },
        fragile: built(
          "fragile",
          `reports: { fragile: { title: "Fragile", run: async () => { throw new Error("torn page"); } } }`,
        ),
      },
    },
  );
  const admin = await library.as("admin");
  for (const id of ["suggest-books", "lending-figures", "fragile"])
    expect((await admin.put(`/api/plugins/${id}`, { enabled: true })).status).toBe(200);
  return { library, admin, [Symbol.asyncDispose]: () => library[Symbol.asyncDispose]() };
}

const period = "from=2026-01-01&to=2026-12-31";

test("another office brings its own matcher, report and page; they come and go without a restart", async () => {
  await using opened = await libraryWithPlugins();
  const { library, admin } = opened;
  const librarian = await library.as("librarian");
  const create = async (type: string, data: JsonObject) =>
    String((await librarian.post(`/api/${type}`, data)).body["id"]);
  const memberId = await create("members", { firstName: "Jeanne", lastName: "Roux", cardUntil: "2099-01-01" });
  const read = await create("books", { title: "Germinal", copies: 1, shelf: "novels", subjects: ["mine"] });
  const next = await create("books", { title: "Charbon", copies: 1, shelf: "science", subjects: ["mine"] });
  await create("loans", { memberId, bookId: read });

  const matches = await librarian.get(`/api/members/${memberId}/matches`);
  expect(matches.body).toMatchObject([{ id: next, matcher: "similar-books", type: "books", score: 0.6 }]);
  const report = await librarian.get(`/api/reports/loans-by-condition?${period}`);
  expect(report.body).toMatchObject({ totals: { loans: 1 } });
  const office = (await librarian.get("/api/office")).body;
  expect(office["pages"]).toMatchObject([{ plugin: "lending-figures", id: "figures", path: "/figures" }]);
  const [script] = office["plugins"] as { readonly id: string; readonly script: string }[];
  expect((await librarian.get(script?.script ?? "")).text).toContain("passerelle.modules");

  const beside = { kind: "matcher", contribution: "similar-books", config: { shelfWeight: 0 } };
  expect((await admin.post("/api/plugins/suggest-books/shadow", beside)).body).toMatchObject({
    compared: 1,
    differing: 1,
    differences: [
      {
        displayName: "Jeanne Roux",
        change: "scores",
        before: [{ name: "Charbon", text: "60%" }],
        after: [{ name: "Charbon", text: "100%" }],
      },
    ],
  });
  const reads = await admin.get(
    `/api/audit/reads?filter=${encodeURIComponent(JSON.stringify({ recordId: memberId }))}`,
  );
  expect(JSON.parse(reads.text)).toMatchObject([{ actorName: expect.any(String), how: "list" }, {}]);
  expect((await librarian.post("/api/plugins/suggest-books/shadow", beside)).status).toBe(403);

  const impact = (await admin.get("/api/plugins/lending-figures/impact")).body;
  expect(impact).toMatchObject({ reports: [{ id: "loans-by-condition" }], pages: [{ id: "figures" }] });
  await admin.put("/api/plugins/lending-figures", { enabled: false });
  expect((await librarian.get(`/api/reports/loans-by-condition?${period}`)).status).toBe(404);
  expect((await librarian.get(script?.script ?? "")).status).toBe(404);
  expect((await librarian.get("/api/office")).body["pages"]).toEqual([]);
});

test("a report that keeps failing is set aside with its reason, until the administrator has it tried again", async () => {
  await using opened = await libraryWithPlugins();
  const { library, admin } = opened;
  const librarian = await library.as("librarian");
  for (let n = 0; n < 6; n++)
    expect((await librarian.get(`/api/reports/fragile?${period}`)).body).toMatchObject({ code: "plugin-unavailable" });
  expect((await librarian.get(`/api/reports/loans-by-condition?${period}`)).status).toBe(200);
  const listed = async () => {
    const all: readonly unknown[] = JSON.parse((await admin.get("/api/plugins")).text);
    return all.find((one) => (one as { readonly id: string }).id === "fragile");
  };
  expect(await listed()).toMatchObject({
    contributions: [
      { health: { state: "open", calls: 5, lastFailure: { message: "torn page" }, since: expect.any(String) } },
    ],
  });
  expect((await librarian.post("/api/plugins/fragile/retry", {})).status).toBe(403);
  expect((await admin.post("/api/plugins/fragile/retry", {})).status).toBe(200);
  expect(await listed()).toMatchObject({ contributions: [{ health: { state: "closed", since: null } }] });
});
