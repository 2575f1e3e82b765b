import { expect, test } from "vitest";
import { type Figures, maskSmallFigures } from "./mask-small-figures.ts";

const columns: Figures["columns"] = [
  { key: "by", title: "By", type: "text" },
  { key: "branch", title: "Branch", type: "text" },
  { key: "loans", title: "Loans", type: "number" },
  { key: "share", title: "Share", type: "percent" },
];

const row = (branch: string, loans: number, by = "branch") => ({ by, branch, loans, share: loans / 100 });

function report(rows: Figures["rows"], loans: number): Figures {
  return { title: "Loans", definition: "All loans.", columns, rows, totals: { loans } };
}

test("figures of five and more stay as they are", () => {
  const open = report([row("North", 5), row("South", 12)], 17);
  expect(maskSmallFigures(open)).toEqual(open);
});

test("a figure under five is null, with all figures of its row", () => {
  const masked = maskSmallFigures(report([row("North", 4), row("South", 3), row("East", 20)], 27));
  expect(masked.rows).toEqual([
    { by: "branch", branch: "North", loans: null, share: null, masked: ["loans", "share"] },
    { by: "branch", branch: "South", loans: null, share: null, masked: ["loans", "share"] },
    row("East", 20),
  ]);
});

test("a single masked figure takes the next one with it, or the total would give it away", () => {
  const { rows } = maskSmallFigures(report([row("North", 4), row("South", 30), row("East", 20)], 54));
  expect(rows.map(({ loans }) => loans)).toEqual([null, 30, null]);
});

test("rows that add up to the total on their own are masked on their own", () => {
  const rows = [
    row("North", 4),
    row("South", 30),
    row("East", 20),
    row("January", 24, "month"),
    row("May", 30, "month"),
  ];
  const masked = maskSmallFigures({ ...report(rows, 54), sections: "by" });
  expect(masked.rows.map(({ loans }) => loans)).toEqual([null, 30, null, 24, 30]);
});

test("a small total is masked, and with it the sentence that may tell it", () => {
  const masked = maskSmallFigures({
    ...report([row("North", 2)], 2),
    chart: { type: "bar", category: "branch", series: [{ key: "loans", title: "Loans" }], title: "2 loans this year" },
  });
  expect(masked.totals).toEqual({ loans: null });
  expect(masked.chart?.title).toBe("");
});

function chartOf(keys: readonly string[], rows: readonly { readonly [key: string]: string | number }[]) {
  const series = keys.map((key) => ({ key, title: key }));
  return maskSmallFigures({
    ...report([], 60),
    chart: { type: "bar", category: "month", series, rows, title: "60 loans" },
  }).chart;
}

test("the chart's own rows are masked like those of the table", () => {
  const chart = chartOf(
    ["loans"],
    [
      { month: "2026-01", loans: 3 },
      { month: "2026-02", loans: 57 },
    ],
  );
  expect(chart?.rows).toEqual([
    { month: "2026-01", loans: null },
    { month: "2026-02", loans: null },
  ]);
});

test("a chart of several series with a small figure is left out", () => {
  expect(chartOf(["new", "renewed"], [{ month: "2026-01", new: 3, renewed: 9 }])).toBeUndefined();
  expect(chartOf(["new", "renewed"], [{ month: "2026-01", new: 5, renewed: 9 }])?.title).toBe("60 loans");
});
