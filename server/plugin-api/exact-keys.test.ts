import { describe, expect, test } from "vitest";
import { typeChecker } from "../../test/support/type-errors.ts";

const check = typeChecker("plugins/trial/plugin.ts");

const pluginWith = (
  contribution: string,
) => `import { definePlugin${contribution.includes("Type.") ? ", Type" : ""} } from "../../server/plugin-api/index.ts";
export const plugin = definePlugin({
  id: "trial", version: "1.0.0", title: { fr: "Essai", en: "Trial" }, description: "…", api: "^1.0.0",
  ${contribution}
});`;

/** A contribution of each kind, written as a developer would who leaves the types to the compiler. */
const contributions = {
  guards: `guards: { open: { title: "Open", readsEvent: true, params: { type: "object", properties: { day: { type: "string", "x-title": "Day" } } },
    evaluate(_params, { today }) {
      if (today > "2026") return { ok: true };
      return { ok: false, reasons: [{ code: "closed", message: today, unblock: { title: "See", path: "/" } }] };
    } } }`,
  actions: `actions: { call: { title: "Call", params: { type: "object", required: ["who"] }, async run(_params, { key, signal }) {
      await fetch(key, { signal });
    } } }`,
  matchers: `matchers: { near: { title: "Near", for: "members", candidates: "books", fallback: "nothing",
    propose: { type: "loans", forField: "memberId", candidateField: "bookId" },
    match: async (record, { limit }, { language }) =>
      [record].slice(0, limit).map(({ id }) => ({ id: String(id), score: 1, reasons: [{ code: language, message: "", weight: 1 }], blockers: [] })),
    } }`,
  finders: `finders: { titles: { title: "Titles", type: "books", async find(text, { limit }) { return [text].slice(0, limit); } } }`,
  reports: `reports: { lent: { title: "Lent", description: "…", async run({ from }, { records }) {
      const count = await records.count("loans", { from });
      const drill = { type: "loans", filter: {} };
      return { title: "Lent", columns: [{ key: "loans", title: "Loans", type: "number" }], rows: [{ loans: count, drill, drills: { loans: drill } }],
        totals: { loans: count }, sections: "month", definition: "…",
        chart: { type: "bar", category: "month", series: [{ key: "loans", title: "Loans" }], title: "…" } };
    } } }`,
  channels: `channels: { post: { title: "Post", fallback: "email", async send({ to }, { signal }) { await fetch(to, { signal }); } } }`,
  importers: `importers: { shelf: { title: "Shelf", type: "books", async *read(path, { reject }) {
      reject({ file: path, line: 1, reason: "…" });
      yield { key: { field: "code", value: path }, data: { code: path } };
    } } }`,
  exporters: `exporters: { list: { title: "List", roles: ["desk"], offeredIn: "reports", async run({ to }) {
      if (to > "2026") return { name: "list.csv", table: { columns: ["a"], rows: [[1]], language: "fr" } };
      return { name: "list.pdf", print: { title: "List", foot: to, sections: [{ line: to, columns: [{ title: "A", align: "right" }], rows: [[1]] }] } };
    } } }`,
  samples: `samples: { town: { title: "Town", async run(town) { await town.create("books", { title: "Nana" }); } } }`,
  pages: `pages: { shelf: { title: "Shelf", path: "/shelf", roles: ["desk"] } }`,
  widgets: `widgets: { shelf: { title: "Shelf", slot: "my-day", types: ["books"], roles: ["desk"] } }`,
  recordTypes: `recordTypes: [{ id: "shelves", title: "Shelves", display: "{name}", icon: "Shelf", list: { columns: ["name"] }, permissions: { read: ["desk"] },
    schema: { type: "object", properties: { name: { type: "string", "x-search": true } } } }]`,
  workflows: `workflows: [{ id: "orders", title: "Orders", icon: "Cart", display: "{name}", delays: { late: { duration: "P1D", workingDays: true } },
    machine: { initial: "open", states: { open: { tags: ["new"], meta: { title: "Open", color: "blue" }, on: { CLOSE: { target: "closed", meta: { title: "Close", primary: true } } } }, closed: { type: "final" } } } }]`,
  config: `config: Type.Object({ url: Type.String({ minLength: 1, "x-secret": true }), most: Type.Optional(Type.Integer({ minimum: 1 })) }),
    configVersion: 2, migrateConfig: ({ address, ...rest }) => ({ ...rest, ...(address !== undefined && { url: address }) }),
    async prepare({ config: { url, most = 3 } }) { await fetch(url.repeat(most)); }`,
};

/** Keys that need not be there, by the kind that has them: a key that has to be there is missed when it is misspelt. */
const optional: { readonly [kind in keyof typeof contributions]: readonly string[] } = {
  guards: ["readsEvent", "params", "x-title", "unblock", "path"],
  actions: ["params", "required", "signal"],
  matchers: ["fallback", "propose", "limit"],
  finders: ["limit"],
  reports: ["description", "sections", "chart"],
  channels: ["fallback"],
  importers: ["reject"],
  exporters: ["offeredIn", "language", "foot", "line", "align"],
  samples: ["title"],
  pages: ["path"],
  widgets: ["types"],
  recordTypes: ["icon", "list", "columns", "permissions", "read", "x-search"],
  workflows: ["icon", "display", "delays", "workingDays", "tags", "color", "on", "primary"],
  config: ["minLength", "x-secret", "minimum", "configVersion", "migrateConfig", "prepare", "most"],
};

test.each(Object.entries(contributions))("%s as they should be compile, their context typed", (_kind, contribution) => {
  expect(check(pluginWith(contribution))).toEqual([]);
});

describe("a misspelt key does not compile, and the compiler names it", () => {
  const cases = Object.entries(optional).flatMap(([kind, keys]) =>
    keys.map((key) => [kind, key] as readonly [keyof typeof contributions, string]),
  );

  test.each(cases)("in %s: %s", (kind, key) => {
    const right = contributions[kind];
    const wrong = right.replace(new RegExp(`(?<![\\w-])${key}(?=["]?[:(, ])`), `${key}z`);
    expect(wrong).not.toBe(right);
    expect(check(pluginWith(wrong)).join("\n")).toContain(`${key}z`);
  });

  test.each([
    ["guards", `{ ok: false, `, `{ ok: false, mesage: "…", `, "mesage"],
    ["guards", `message: today`, `message: today, fild: "day"`, "fild"],
    ["matchers", `weight: 1`, `weight: 1, wieght: 2`, "wieght"],
    ["reports", `type: "number"`, `type: "number", widht: 3`, "widht"],
    ["reports", `drill = { `, `drill = { filtre: {}, `, "filtre"],
    ["reports", `definition: "…",`, `definition: "…", secsions: "month",`, "secsions"],
    ["importers", `data: {`, `keys: [], data: {`, "keys"],
    ["exporters", `rows: [[1]], `, `rows: [[1]], colums: [], `, "colums"],
  ] as const)("nor in what the functions of %s answer: %s", (kind, right, wrong, key) => {
    expect(contributions[kind]).toContain(right);
    const errors = check(pluginWith(contributions[kind].replace(right, wrong)));
    expect(errors.join("\n")).toContain(`UnknownKey<"${key}">`);
  });
});

test("a contribution in a file of its own is held to it too, where it says what it satisfies", () => {
  const apart = (answer: string) =>
    `import { definePlugin, type GuardContribution } from "../../server/plugin-api/index.ts";
const open = { title: "Open", evaluate: (_params, { today }) => (today > "2026" ? { ok: true } : ${answer}) } satisfies GuardContribution;
export const plugin = definePlugin({ id: "trial", version: "1.0.0", title: "…", description: "…", api: "^1.0.0", guards: { open } });`;
  expect(check(apart("{ ok: false, reasons: [] }"))).toEqual([]);
  expect(check(apart("{ ok: false, reasons: [], mesage: '…' }")).join()).toContain('UnknownKey<"mesage">');
});
