import { describe, expect, test } from "vitest";
import type { OfficeDefinition, RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { OfficeRegistry } from "../definitions/office-registry.ts";
import { publishType } from "../definitions/publish-type.ts";
import { rightsFor } from "../rights/rights-for.ts";
import { describeOffice } from "./describe-office.ts";
import type { OfficeExtensions } from "./office-extensions.ts";

const library: OfficeDefinition = {
  id: "library",
  name: { fr: "Bibliothèque", en: "Library" },
  timeZone: "Europe/Paris",
  languages: ["fr", "en"],
  roles: [
    { id: "librarian", title: { fr: "Bibliothécaire", en: "Librarian" }, staff: true, reports: "full" },
    { id: "desk", title: { fr: "Accueil", en: "Front desk" }, staff: true },
    { id: "trustee", title: "Trustee", reports: "masked" },
  ],
  navigation: [
    {
      title: { fr: "Prêt", en: "Lending" },
      items: [{ type: "loans", icon: "Swap" }, { type: "members" }, { page: "/map" }, { page: "/nowhere" }],
    },
    { title: "Reports", items: [{ page: "/reports", title: { fr: "Rapports", en: "Reports" } }] },
    { title: "Administration", items: [{ page: "/studio", title: "Studio" }] },
  ],
  quickCreate: [{ type: "loans", title: { fr: "Prêt", en: "Loan" } }],
};

const members: RecordTypeDefinition = {
  id: "members",
  title: { fr: "Adhérents", en: "Members" },
  icon: "People",
  display: "{name}",
  personal: true,
  schema: {
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", "x-title": { fr: "Nom", en: "Name" }, "x-search": true, "x-index": true },
      town: { enum: ["here", "away"], "x-labels": { here: { fr: "Ici", en: "Here" }, away: "…" } },
      remarks: { type: "string", "x-search": true },
    },
  },
  permissions: {
    read: ["librarian", "desk"],
    create: ["librarian"],
    update: ["librarian", "desk"],
    fields: { remarks: { read: ["librarian"] }, town: { write: ["librarian"] } },
  },
  list: { columns: ["name", "remarks", "gone"], filters: ["town", "remarks"], sort: ["remarks", "ASC"] },
  facts: ["town", "remarks"],
};

const loans: WorkflowDefinition = {
  id: "loans",
  title: { fr: "Prêts", en: "Loans" },
  schema: { type: "object", properties: { memberId: { type: "string", "x-reference": "members" } } },
  create: { title: { fr: "Prêter", en: "Lend" }, form: "lend" },
  forms: {
    lend: { type: "object", properties: { memberId: { type: "string", "x-title": { fr: "Adhérent", en: "Member" } } } },
  },
  machine: {
    initial: "out",
    states: {
      out: {
        meta: { title: { fr: "Prêté", en: "Out" }, color: "blue" },
        on: { RETURN: { target: "back", meta: { title: { fr: "Rendre", en: "Return" } } }, LOSE: "back" },
      },
      back: { type: "final", tags: ["closed"], meta: { title: { fr: "Rendu", en: "Back" } } },
    },
  },
  permissions: { read: ["librarian", "desk"], create: ["desk"], update: ["desk"], events: { LOSE: ["librarian"] } },
};

const fines: WorkflowDefinition = { id: "fines", title: "Fines", machine: { initial: "due", states: { due: {} } } };

const none: OfficeExtensions = { pages: () => [], widgets: () => [], matchers: () => [], scripts: () => [] };

const shelves: RecordTypeDefinition = {
  id: "shelves",
  title: { fr: "Rayons", en: "Shelves" },
  display: "{name}",
  schema: { type: "object", properties: { name: { type: "string" } } },
};
const labels: RecordTypeDefinition = { ...shelves, id: "labels", tab: { add: "Label" } };

interface World {
  readonly office?: OfficeDefinition;
  readonly extensions?: OfficeExtensions;
  /** Types that a plugin brings. */
  readonly brought?: readonly RecordTypeDefinition[];
}

function registryOf({ office = library, brought = [] }: World): OfficeRegistry {
  const types = [
    ...[fines, loans, members].map((definition) => publishType(definition, { version: 1, office })),
    ...brought.map((definition) => publishType(definition, { version: 1, office, source: "shelves" })),
  ];
  return {
    office: () => office,
    officeVersion: () => 1,
    revision: () => 7,
    type: (id) => types.find((type) => type.id === id),
    types: () => types,
    workflow: () => Promise.reject(new Error("No machine is needed here")),
    reload: () => Promise.resolve(),
    onChange: () => () => {},
  };
}

function described(role: string, options: World = {}) {
  const registry = registryOf(options);
  const rights = rightsFor(registry)({ id: "u1", name: "Ada", roles: [role], fields: {}, kind: "person" });
  return describeOffice(registry, {
    user: { id: "u1", name: "Ada", email: "ada@example.org", roles: [role] },
    rights,
    language: "fr",
    today: "2026-11-23",
    sample: false,
    extensions: options.extensions ?? none,
  });
}

const typeFor = (role: string, id: string) => described(role).types.find((type) => type.id === id);

describe("a type", () => {
  test("has the sentences of the reader's language and none of the fields that they may not read", () => {
    const served = typeFor("desk", "members");
    expect(served?.title).toBe("Adhérents");
    expect(Object.keys(served?.schema.properties ?? {})).toEqual(["name", "town"]);
    expect(served?.schema.properties?.["name"]?.title).toBe("Nom");
    expect(served?.schema.properties?.["town"]).toMatchObject({ "x-labels": { here: "Ici" } });
  });

  test("names only what may be read in its columns, filters, order and facts", () => {
    expect(typeFor("desk", "members")).toMatchObject({
      columns: ["name"],
      filters: ["town"],
      sort: ["createdAt", "DESC"],
      facts: ["town"],
    });
    expect(typeFor("librarian", "members")).toMatchObject({
      columns: ["name", "remarks"],
      filters: ["town", "remarks"],
      sort: ["remarks", "ASC"],
    });
  });

  test("says what the reader may do", () => {
    const desk = typeFor("desk", "members");
    expect(desk).toMatchObject({
      may: { create: false, update: true, delete: false },
      writable: ["name"],
      personal: true,
    });
    expect(typeFor("librarian", "members")?.writable).toBeNull();
    expect(typeFor("admin", "members")?.may).toEqual({ create: true, update: true, delete: true });
    expect(typeFor("librarian", "loans")?.writable).toEqual([]);
  });

  test("is not there for those who may not read it", () => {
    expect(described("trustee").types).toEqual([]);
  });

  test("can be searched by its own words or by those of what it refers to", () => {
    expect([typeFor("desk", "members")?.searchable, typeFor("desk", "loans")?.searchable]).toEqual([true, true]);
    expect(typeFor("desk", "fines")?.searchable).toBe(false);
  });
});

describe("a workflow", () => {
  test("has its stages, its board, its events and its form of creation", () => {
    const served = typeFor("desk", "loans");
    expect(served?.stages?.map(({ path, title, color, final }) => [path, title, color, final])).toEqual([
      ["out", "Prêté", "blue", false],
      ["back", "Rendu", undefined, true],
    ]);
    expect(served?.board).toEqual({ columns: ["out", "back"] });
    expect(served?.events).toEqual({ RETURN: { title: "Rendre", may: true }, LOSE: { title: "LOSE", may: false } });
    expect(served?.create?.title).toBe("Prêter");
    expect(served?.create?.form?.properties?.["memberId"]?.title).toBe("Adhérent");
  });

  test("with id, title and machine alone is drawn with what there is", () => {
    expect(typeFor("desk", "fines")).toMatchObject({
      columns: ["stage", "assigneeId"],
      filters: ["stage", "assigneeId"],
    });
  });
});

describe("the menu", () => {
  const pathsFor = (role: string, office?: OfficeDefinition) =>
    described(role, office === undefined ? {} : { office }).navigation.map(({ items }) =>
      items.map((item) => item.path),
    );

  test("holds what the reader may open, and a workflow that nobody placed", () => {
    expect(pathsFor("librarian")).toEqual([["/loans", "/members"], ["/reports"], ["/fines"]]);
    expect(pathsFor("desk")).toEqual([["/loans", "/members"], ["/fines"]]);
    expect(pathsFor("trustee")).toEqual([["/reports"]]);
    expect(pathsFor("admin")).toEqual([["/loans", "/members"], ["/reports"], ["/studio"], ["/fines"]]);
  });

  test("takes titles and icons from the types where it has none of its own", () => {
    expect(described("desk").navigation[0]?.items).toEqual([
      { path: "/loans", title: "Prêts", icon: "Swap", type: "loans" },
      { path: "/members", title: "Adhérents", icon: "People", type: "members" },
    ]);
  });

  test("of an office that wrote none has everything", () => {
    const { navigation: _, ...plain } = library;
    expect(pathsFor("desk", plain)).toEqual([["/"], ["/fines", "/loans"], ["/members"]]);
  });

  test("offers to create what the reader may create", () => {
    expect(described("desk").quickCreate).toEqual([{ type: "loans", title: "Prêt", path: "/loans/create" }]);
    expect(described("librarian").quickCreate).toEqual([]);
  });
});

describe("plugins", () => {
  const map = { id: "map", plugin: "maps", title: { fr: "Plan", en: "Map" }, path: "/map", roles: ["desk"] };
  const shelf = { id: "shelf", plugin: "shelves", title: "Shelf", slot: "case-aside", roles: ["librarian"] } as const;
  const propose = { type: "loans", forField: "memberId", candidateField: "bookId" };
  const matcher = { id: "reads", plugin: "maps", title: "Reads", for: "members", candidates: "loans", propose };
  const extensions: OfficeExtensions = {
    pages: () => [map],
    widgets: () => [shelf],
    matchers: () => [matcher],
    scripts: () => [
      { id: "maps", build: "b1" },
      { id: "shelves", build: "b1" },
    ],
  };

  test("show their pages and widgets to the roles that they name, and load only what is shown", () => {
    const desk = described("desk", { extensions });
    expect(desk.pages).toEqual([{ plugin: "maps", id: "map", path: "/map", title: "Plan" }]);
    expect(desk.widgets).toEqual([]);
    expect(desk.plugins).toEqual([{ id: "maps", script: "/plugins/maps/admin.js?build=b1" }]);
    expect(desk.navigation[0]?.items.at(-1)).toEqual({ path: "/map", title: "Plan", icon: "" });
    expect(described("librarian", { extensions }).plugins).toEqual([
      { id: "shelves", script: "/plugins/shelves/admin.js?build=b1" },
    ]);
    expect(described("admin", { extensions }).plugins).toHaveLength(2);
  });

  test("have a place in the menu where the office gave them none, unless their path needs parameters", () => {
    const pages = () => [map, { ...map, id: "new", path: "/new" }, { ...map, id: "one", path: "/map/:id" }];
    const paths = (role: string) =>
      described(role, { extensions: { ...extensions, pages } }).navigation.map(({ items }) =>
        items.map(({ path }) => path),
      );
    expect(paths("desk")).toEqual([
      ["/loans", "/members", "/map"],
      ["/fines", "/new"],
    ]);
    expect(paths("librarian").at(-1)).toEqual(["/fines"]);
  });

  test("whose record types no menu named could be reached by nobody", () => {
    const others = (role: string) => described(role, { brought: [shelves, labels] }).navigation.at(-1)?.items;
    expect(others("desk")).toMatchObject([{ path: "/fines" }, { path: "/shelves", title: "Rayons", type: "shelves" }]);
    expect(others("trustee")).toMatchObject([{ path: "/reports" }]);
    const placed = [{ title: "Fonds", items: [{ type: "shelves" }] }];
    const menu = described("desk", { office: { ...library, navigation: placed }, brought: [shelves] }).navigation;
    expect(menu.map(({ items }) => items.filter(({ path }) => path === "/shelves").length)).toEqual([1, 0]);
  });

  test("match for those who may read both sides, and propose for those who may create", () => {
    expect(described("desk", { extensions }).matchers).toMatchObject([{ id: "reads", propose }]);
    expect(described("librarian", { extensions }).matchers).toMatchObject([{ id: "reads" }]);
    expect(described("librarian", { extensions }).matchers[0]?.propose).toBeUndefined();
    expect(described("trustee", { extensions }).matchers).toEqual([]);
  });
});

test("the office tells its name, day, roles and revision", () => {
  expect(described("desk")).toMatchObject({
    name: "Bibliothèque",
    today: "2026-11-23",
    revision: 7,
    reports: "none",
    roles: [{ id: "librarian", title: "Bibliothécaire", staff: true }, { id: "desk" }, { id: "trustee", staff: false }],
  });
});
