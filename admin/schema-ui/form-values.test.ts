import { describe, expect, test } from "vitest";
import type { DataSchema } from "../../server/plugin-api/data-schema.ts";
import { currentSchema } from "./current-schema.ts";
import { changedFields, filledIn, startingValues } from "./form-values.ts";

const loan: DataSchema = {
  type: "object",
  properties: {
    title: { type: "string" },
    copies: { type: "integer", default: 1 },
    authors: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
    place: { type: "object", properties: { shelf: { type: "string" }, room: { type: "string" } } },
    lost: { type: "boolean" },
  },
  allOf: [
    {
      if: { properties: { lost: { const: true } }, required: ["lost"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { properties: { lostOn: { type: "string", format: "date" } } },
    },
  ],
};

describe("the values of a form", () => {
  test("what was left empty is not sent, nor a row in which nothing was typed", () => {
    const typed = {
      title: " ",
      copies: 0,
      authors: [{ name: "Ana" }, { name: "" }, {}],
      place: { shelf: "", room: null },
      lost: false,
    };
    expect(filledIn(typed, loan)).toEqual({ copies: 0, authors: [{ name: "Ana" }], lost: false });
  });

  test("a field that this moment's schema has not is not sent", () => {
    const now = currentSchema(loan, { title: "Dune" }, () => false);
    expect(filledIn({ title: "Dune", lostOn: "2026-01-01" }, now)).toEqual({ title: "Dune" });
  });

  test("a field that was emptied becomes null, one that is the same is left alone", () => {
    const before = { title: "Dune", copies: 2, place: { shelf: "B", room: "1" } };
    const after = { copies: 3, place: { room: "1", shelf: "B" } };
    expect(changedFields(before, after, ["title", "copies", "place"])).toEqual({ title: null, copies: 3 });
  });

  test("a form begins with what is known, then with the defaults, branches included", () => {
    expect(startingValues(loan, { title: "Dune", lostOn: "2026-01-01", other: 1 })).toEqual({
      title: "Dune",
      copies: 1,
      lostOn: "2026-01-01",
    });
  });
});
