import { expect, test } from "vitest";
import type { ServedReport } from "../../../server/http/api-types.ts";
import { sectionsOf, sideBySide } from "./report-sections.ts";

const report: ServedReport = {
  id: "loans",
  title: "Loans",
  from: "2026-01-01",
  to: "2026-01-31",
  columns: [
    { key: "by", title: "By", type: "text" },
    { key: "value", title: "Value", type: "text" },
    { key: "loans", title: "Loans", type: "number" },
  ],
  rows: [
    { by: "Branch", value: "North", loans: 12 },
    { by: "Branch", value: "South", loans: 3 },
    { by: "Month", value: "January", loans: 15 },
  ],
  totals: { loans: 15 },
  definition: "Every loan.",
  masked: false,
};

test("a report without sections is one table with all its columns", () => {
  expect(sectionsOf(report)).toEqual([{ title: "Loans", columns: report.columns, rows: report.rows }]);
});

test("each section is a table whose first column bears its name", () => {
  const sections = sectionsOf({ ...report, sections: "by" });
  expect(sections.map(({ title, rows }) => [title, rows.length])).toEqual([
    ["Branch", 2],
    ["Month", 1],
  ]);
  expect(sections[0]?.columns.map(({ title }) => title)).toEqual(["Branch", "Loans"]);
});

test("tables stand in two columns of about the same length", () => {
  const rows = (count: number) => Array.from({ length: count }, () => ({}));
  const table = (title: string, count: number) => ({ title, columns: [], rows: rows(count) });
  const columns = sideBySide([table("a", 13), table("b", 18), table("c", 9), table("d", 2)]);
  expect(columns.map((column) => column.map(({ title }) => title))).toEqual([
    ["a", "c"],
    ["b", "d"],
  ]);
});
