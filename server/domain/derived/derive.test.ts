import { expect, test } from "vitest";
import { createAjvValidator } from "../../adapters/validation/ajv-validator.ts";
import type { Derivation } from "../../plugin-api/record-type-definition.ts";
import { publishType } from "../definitions/publish-type.ts";
import { derive } from "./derive.ts";

const tools = { validator: createAjvValidator(), guards: {} };
const facts = { today: "2026-11-23", timeZone: "Europe/Paris", tools };

const before = (value: string, than: string): Derivation => ({
  field: "groups",
  value,
  when: { type: "date", params: { field: "record.born", is: "before", than } },
});

function members(derived: readonly Derivation[]) {
  const properties = {
    born: { type: "string", format: "date" },
    groups: { type: "array", items: { type: "string" } },
  } as const;
  const schema = { type: "object", properties } as const;
  return publishType(
    { id: "members", title: "Members", display: "{born}", schema, derived },
    { version: 1, office: { roles: [] } },
  );
}

const ages = members([before("ADULT", "today-P18Y"), before("SENIOR", "today-P60Y")]);

test("values are added while their rule holds, after those that were typed", () => {
  expect(derive(ages, { born: "1950-01-01", groups: ["CHOIR"] }, facts)["groups"]).toEqual([
    "CHOIR",
    "ADULT",
    "SENIOR",
  ]);
  expect(derive(ages, { born: "1990-01-01" }, facts)["groups"]).toEqual(["ADULT"]);
});

test("a value whose rule no longer holds is taken away, one that was typed by hand too", () => {
  const data = { born: "2015-01-01", groups: ["SENIOR", "CHOIR", "ADULT"] };
  expect(derive(ages, data, facts)["groups"]).toEqual(["CHOIR"]);
});

test("doing it twice changes nothing", () => {
  const once = derive(ages, { born: "1950-01-01", groups: ["SENIOR", "CHOIR"] }, facts);
  expect(derive(ages, once, facts)).toEqual(once);
});

test("today decides", () => {
  const born = "2008-11-23";
  expect(derive(ages, { born }, facts)["groups"]).toBeUndefined();
  expect(derive(ages, { born }, { ...facts, today: "2026-11-24" })["groups"]).toEqual(["ADULT"]);
});

test("without what the rule looks at, nothing is derived, and no field made up", () => {
  expect(derive(ages, {}, facts)).toEqual({});
});

test("a field that is no list got one, which its own schema refuses", () => {
  const aged = members([{ ...before("OLD", "today-P60Y"), field: "born" }]);
  expect(derive(aged, { born: "1950-01-01" }, facts)).toEqual({ born: "1950-01-01" });
});

test("a rule that nobody has any more derives nothing", () => {
  const lost = members([{ field: "groups", value: "LOST", when: { type: "gone" } }]);
  expect(derive(lost, { groups: ["LOST", "CHOIR"] }, facts)["groups"]).toEqual(["CHOIR"]);
});
