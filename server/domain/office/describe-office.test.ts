import { describe, expect, test } from "vitest";
import { described, labels, library, shelves, typeFor } from "../../../test/support/described-library.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { OfficeExtensions } from "./office-extensions.ts";

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
