import { describe, expect, test } from "vitest";
import { filtersInForce, withField, withoutField } from "./list-filters.ts";

describe("the filters of a list", () => {
  const filters = { q: "dune", stage: ["lent"], dueOn_gte: "2026-01-01", dueOn_lte: "2026-02-01" };

  test("the two bounds of a field are one filter, and the full text is none", () => {
    expect(filtersInForce(filters)).toEqual(["stage", "dueOn"]);
  });

  test("taking a field's filter away takes both its bounds", () => {
    expect(withoutField(filters, "dueOn")).toEqual({ q: "dune", stage: ["lent"] });
  });

  test("an emptied filter leaves no trace, another one replaces what was there", () => {
    expect(withField(filters, "stage", { stage: [] })).toEqual({
      q: "dune",
      dueOn_gte: "2026-01-01",
      dueOn_lte: "2026-02-01",
    });
    expect(withField(filters, "dueOn", { dueOn_gte: "2026-03-01", dueOn_lte: null })).toEqual({
      q: "dune",
      stage: ["lent"],
      dueOn_gte: "2026-03-01",
    });
  });
});
