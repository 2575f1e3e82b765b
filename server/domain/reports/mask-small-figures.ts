import type { ReportChart, ReportColumn } from "../../plugin-api/contributions/index.ts";
import type { Json } from "../../plugin-api/json.ts";

/** Figures below this one could tell of someone in particular. */
export const smallestFigure = 5;

/** A report without the records behind it; rows keyed by column. */
export interface Figures {
  readonly title: string;
  readonly definition: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly FigureRow[];
  readonly totals: { readonly [key: string]: number | null };
  readonly chart?: FigureChart;
  readonly sections?: string;
}

/** A chart whose rows lead nowhere. */
export interface FigureChart extends Omit<ReportChart, "rows"> {
  readonly rows?: readonly FigureRow[];
}

/** Values by column key, without the records behind them. */
export interface FigureRow {
  readonly [column: string]: Json;
}

/**
 * Takes out every figure under five, so that nobody can be made out: a masked cell is null, and `masked` of its row
 * names it. A row whose count is masked loses its averages and shares too. Where a single cell of a column that adds
 * up to a total is masked, the smallest of the others goes as well, because the difference would give it away.
 */
export function maskSmallFigures({ chart, ...report }: Figures): Figures {
  const keys = report.columns.filter(({ type }) => type !== "text" && type !== "month").map(({ key }) => key);
  const counts = report.columns.filter(({ type }) => type === "number").map(({ key }) => key);
  const section = report.sections;
  const rows = sectionsOf(report.rows, section).flatMap((rowsOfOne) =>
    maskRows(rowsOfOne, { counts, keys, totals: report.totals }),
  );
  const totals = Object.fromEntries(
    Object.entries(report.totals).map(([key, value]) => [key, isSmall(value) ? null : value]),
  );
  const maskedChart = chart && maskChart(chart, report.totals);
  return { ...report, rows, totals, ...(maskedChart && { chart: maskedChart }) };
}

interface Masking {
  /** Columns that count something, and all columns that hold figures. */
  readonly counts: readonly string[];
  readonly keys: readonly string[];
  readonly totals: Figures["totals"];
}

function maskRows(rows: readonly FigureRow[], { counts, keys, totals }: Masking): readonly FigureRow[] {
  const masked = new Set(rows.filter((row) => counts.some((key) => isSmall(row[key]))));
  for (const key of counts) {
    if (totals[key] === undefined || masked.size !== 1) continue;
    const open = rows.filter((row) => !masked.has(row) && typeof row[key] === "number");
    const smallest = open.sort((a, b) => Number(a[key]) - Number(b[key]))[0];
    if (smallest) masked.add(smallest);
  }
  return rows.map((row) => {
    if (!masked.has(row)) return row;
    const figures = keys.filter((key) => typeof row[key] === "number");
    return { ...row, ...Object.fromEntries(figures.map((key) => [key, null])), masked: figures };
  });
}

/**
 * The chart's own rows; without them it shows those of the table. Its finding is a sentence that may hold any total.
 * A chart of several series is left out once one figure is small: its rows and columns would give it away.
 */
function maskChart(chart: FigureChart, totals: Figures["totals"]): FigureChart | undefined {
  const keys = chart.series.map(({ key }) => key);
  const title = Object.values(totals).some(isSmall) ? "" : chart.title;
  if (!chart.rows) return { ...chart, title };
  if (keys.length > 1)
    return chart.rows.some((row) => keys.some((key) => isSmall(row[key]))) ? undefined : { ...chart, title };
  const rows = maskRows(chart.rows, { counts: keys, keys, totals }).map(({ masked: _names, ...row }) => row);
  return { ...chart, title, rows };
}

function sectionsOf(rows: readonly FigureRow[], section: string | undefined): readonly (readonly FigureRow[])[] {
  const sections = new Map<Json | undefined, FigureRow[]>();
  for (const row of rows) {
    const value = section === undefined ? undefined : row[section];
    sections.set(value, [...(sections.get(value) ?? []), row]);
  }
  return [...sections.values()];
}

function isSmall(value: Json | undefined): boolean {
  return typeof value === "number" && value < smallestFigure;
}
