import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../plugin-api/json.ts";
import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { Permissions } from "../../plugin-api/record-type-definition.ts";
import { publishType } from "../definitions/publish-type.ts";
import type { PublishedType } from "../definitions/published-type.ts";
import type { Principal, Rights } from "./rights.ts";
import { rightsFor } from "./rights-for.ts";

const office: OfficeDefinition = {
  id: "library",
  name: "Library",
  timeZone: "Europe/Paris",
  languages: ["fr"],
  roles: [
    { id: "librarian", title: "Librarian", staff: true, reports: "full" },
    { id: "desk", title: "Front desk", staff: true },
    { id: "trustee", title: "Trustee", reports: "masked" },
    { id: "school", title: "School" },
  ],
};

const text = { type: "string", "x-search": true } as const;

function recordType(id: string, permissions?: Permissions): PublishedType {
  const properties = { name: text, notes: text, schoolId: { type: "string", "x-reference": "schools" } } as const;
  const definition = { id, title: id, display: "{name}", schema: { type: "object", properties } } as const;
  return publishType({ ...definition, ...(permissions === undefined ? {} : { permissions }) }, { version: 1, office });
}

function rights(types: readonly PublishedType[], roles: readonly string[], fields: JsonObject = {}): Rights {
  const registry = { office: () => office, types: () => types, type: (id: string) => types.find((t) => t.id === id) };
  const principal: Principal = { id: "u1", name: "Ada", roles, fields, kind: "person" };
  return rightsFor(registry)(principal);
}

const everyone = ["librarian", "desk", "school"];

describe("types", () => {
  test("an administrator may do everything, without limits", () => {
    const admin = rights([recordType("members", { read: [], scope: { admin: { where: { name: "x" } } } })], ["admin"]);
    expect([admin.may("read", "members"), admin.may("delete", "members")]).toEqual([true, true]);
    expect([admin.readable("members"), admin.writable("members")]).toEqual([null, null]);
    expect(admin.scope("members")).toEqual([]);
    expect(admin.reports).toBe("full");
  });

  test("nobody may do anything with a type that is not there", () => {
    expect(rights([], ["admin"]).may("read", "members")).toBe(false);
    expect(rights([], ["librarian"]).mayEvent("loans", "RETURN")).toBe(false);
  });

  test("a role that the office does not have gives nothing, though the permissions name it", () => {
    const ghost = rights([recordType("members", { read: ["ghost"], create: ["ghost"], update: ["ghost"] })], ["ghost"]);
    expect([ghost.may("read", "members"), ghost.may("create", "members")]).toEqual([false, false]);
    expect([...(ghost.readable("members") ?? ["everything"])]).toEqual([]);
    expect(ghost.scope("members")).toEqual([{ op: "nothing" }]);
    expect(ghost.searchClasses("members")).toEqual([]);
  });

  test("without permissions, the staff reads, creates and updates, and the administrator deletes", () => {
    const types = [recordType("members")];
    const may = (role: string) =>
      (["read", "create", "update", "delete"] as const).map((action) => rights(types, [role]).may(action, "members"));
    expect(may("librarian")).toEqual([true, true, true, false]);
    expect(may("school")).toEqual([false, false, false, false]);
  });

  test("an action whose roles are not named is the administrator's", () => {
    const desk = rights([recordType("members", { read: ["desk"] })], ["desk"]);
    expect([desk.may("read", "members"), desk.may("update", "members")]).toEqual([true, false]);
  });

  test("several roles add up", () => {
    const types = [recordType("members", { read: ["desk"], create: ["school"] })];
    const both = rights(types, ["desk", "school"]);
    expect([both.may("read", "members"), both.may("create", "members")]).toEqual([true, true]);
  });
});

describe("fields", () => {
  const types = [
    recordType("members", {
      read: everyone,
      update: ["librarian", "desk"],
      fields: { notes: { read: ["librarian"] }, name: { write: ["librarian"] } },
    }),
  ];

  test("a field is read by its own roles, and written by those who read it unless it says otherwise", () => {
    const desk = rights(types, ["desk"]);
    expect([...(desk.readable("members") ?? [])]).toEqual(["name", "schoolId"]);
    expect([...(desk.writable("members") ?? [])]).toEqual(["schoolId"]);
    expect(rights(types, ["librarian"]).readable("members")).toBeNull();
    expect(rights(types, ["librarian"]).writable("members")).toBeNull();
  });

  test("whoever changes no record writes no field", () => {
    expect([...(rights(types, ["school"]).writable("members") ?? ["all"])]).toEqual([]);
  });

  test("a search looks only in the words of fields that the reader may read", () => {
    const [letterOfAll, letterOfNotes] = ["name", "notes"].map((name) => types[0]?.fields.get(name)?.searchClass);
    expect(letterOfAll).not.toBe(letterOfNotes);
    expect(rights(types, ["desk"]).searchClasses("members")).toEqual([letterOfAll]);
    expect(rights(types, ["librarian"]).searchClasses("members")).toEqual([letterOfAll, letterOfNotes]);
  });

  test("a reader of no field at all reads none", () => {
    const closed = { read: ["librarian"] };
    const type = recordType("members", { read: ["desk"], fields: { name: closed, notes: closed, schoolId: closed } });
    expect([...(rights([type], ["desk"]).readable("members") ?? ["all"])]).toEqual([]);
  });
});

describe("events", () => {
  const machine = { initial: "out", states: { out: {} } };
  const loans = publishType(
    {
      id: "loans",
      title: "Loans",
      machine,
      create: { roles: ["desk"] },
      permissions: { read: everyone, create: ["librarian"], update: ["librarian"], events: { LOSE: ["desk"] } },
    },
    { version: 1, office },
  );

  test("an event is sent by its own roles, or by those who update", () => {
    const [librarian, desk] = [rights([loans], ["librarian"]), rights([loans], ["desk"])];
    expect([librarian.mayEvent("loans", "RETURN"), librarian.mayEvent("loans", "LOSE")]).toEqual([true, false]);
    expect([desk.mayEvent("loans", "RETURN"), desk.mayEvent("loans", "LOSE")]).toEqual([false, true]);
    expect(rights([loans], ["admin"]).mayEvent("loans", "LOSE")).toBe(true);
  });

  test("the roles of `create` go before those of the permissions", () => {
    expect(rights([loans], ["desk"]).may("create", "loans")).toBe(true);
    expect(rights([loans], ["librarian"]).may("create", "loans")).toBe(false);
  });

  test("a definition with id, title and machine alone is open to the staff", () => {
    const bare = publishType({ id: "loans", title: "Loans", machine }, { version: 1, office });
    const desk = rights([bare], ["desk"]);
    expect([desk.may("create", "loans"), desk.may("read", "loans"), desk.mayEvent("loans", "ANY")]).toEqual([
      true,
      true,
      true,
    ]);
    expect(rights([bare], ["trustee"]).may("read", "loans")).toBe(false);
  });
});

describe("scopes", () => {
  const schoolId = { name: "schoolId", kind: "exact" };
  const ofSchool = { school: { where: { schoolId: "$user.schoolId" } } };
  const visits = recordType("visits", { read: everyone, scope: ofSchool });
  const members = recordType("members", {
    read: everyone,
    scope: { school: { linkedFrom: { type: "visits", field: "schoolId" } } },
  });
  const types = [visits, members];

  test("a field of the account limits the records", () => {
    const school = rights(types, ["school"], { schoolId: "s1" });
    expect(school.scope("visits")).toEqual([{ op: "eq", field: schoolId, value: "s1" }]);
    const two = rights(types, ["school"], { schoolId: ["s1", "s2"] });
    expect(two.scope("visits")).toEqual([{ op: "in", field: schoolId, values: ["s1", "s2"] }]);
    expect(rights(types, ["librarian"]).scope("visits")).toEqual([]);
  });

  test("an account without the field is about nothing", () => {
    expect(rights(types, ["school"]).scope("visits")).toEqual([{ op: "nothing" }]);
    expect(rights(types, ["school"]).scope("members")).toEqual([{ op: "nothing" }]);
  });

  test("a name of every object is not a field of the account", () => {
    const odd = recordType("visits", { read: everyone, scope: { school: { where: { name: "$user.toString" } } } });
    expect(rights([odd], ["school"]).scope("visits")).toEqual([{ op: "nothing" }]);
  });

  test("records are reached through a record that is itself in scope", () => {
    expect(rights(types, ["school"], { schoolId: "s1" }).scope("members")).toEqual([
      {
        op: "referredFrom",
        type: "visits",
        field: "schoolId",
        where: [{ op: "eq", field: schoolId, value: "s1" }],
      },
    ]);
  });

  test("a scope that leads back to itself is about nothing", () => {
    const loop = (id: string, type: string) =>
      recordType(id, { read: everyone, scope: { school: { linkedFrom: { type, field: "schoolId" } } } });
    const school = rights([loop("a", "b"), loop("b", "a")], ["school"]);
    expect(school.scope("a")).toEqual([{ op: "nothing" }]);
  });

  test("a second role widens: one without a scope lifts every limit", () => {
    const both = rights(types, ["school", "desk"], { schoolId: "s1" });
    expect(both.scope("visits")).toEqual([]);
    const scoped = recordType("visits", {
      read: ["school", "desk"],
      scope: { ...ofSchool, desk: { where: { name: "$user.id" } } },
    });
    expect(rights([scoped], ["school", "desk"], { schoolId: "s1" }).scope("visits")).toEqual([
      {
        op: "any",
        of: [
          [{ op: "eq", field: schoolId, value: "s1" }],
          [{ op: "eq", field: { name: "name", kind: "text" }, value: "u1" }],
        ],
      },
    ]);
  });

  test("a role that does not read the type widens nothing", () => {
    expect(rights(types, ["school", "trustee"], { schoolId: "s1" }).scope("visits")).toHaveLength(1);
  });
});

test("reports: in full before masked before none", () => {
  const of = (...roles: string[]) => rights([], roles).reports;
  expect([of("trustee", "librarian"), of("trustee"), of("desk"), of("nobody")]).toEqual([
    "full",
    "masked",
    "none",
    "none",
  ]);
});

test("a publication is in force at the next question", () => {
  let types = [recordType("members", { read: ["desk"] })];
  const registry = { office: () => office, types: () => types, type: (id: string) => types.find((t) => t.id === id) };
  const rightsOf = rightsFor(registry);
  const desk: Principal = { id: "u1", name: "Ada", roles: ["desk"], fields: {}, kind: "person" };
  expect(rightsOf(desk).may("read", "members")).toBe(true);
  types = [recordType("members", { read: [] })];
  expect(rightsOf(desk).may("read", "members")).toBe(false);
});

test("the engine may do everything, whatever its roles", () => {
  const registry = { office: () => office, types: () => [recordType("members", {})], type: () => undefined };
  const engine: Principal = { id: "engine", name: "Engine", roles: [], fields: {}, kind: "engine" };
  expect(rightsFor(registry)(engine).may("delete", "members")).toBe(true);
});
