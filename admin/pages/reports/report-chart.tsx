import { useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { BarChart } from "@mui/x-charts/BarChart";
import { LineChart } from "@mui/x-charts/LineChart";
import { useId } from "react";
import type { ReportChart as Chart, ReportRow } from "../../../server/plugin-api/contributions.ts";
import { useLanguage } from "../../app/i18n/use-say.ts";
import { figure } from "./figure.ts";

interface Props {
  readonly chart: Chart;
  readonly rows: readonly ReportRow[];
}

const height = 300;

/** Draws a report. The finding is the title; the table under it is the text alternative. */
export function ReportChart({ chart, rows }: Props) {
  const language = useLanguage();
  const { palette } = useTheme();
  const title = useId();
  const shown = (chart.rows ?? rows) as readonly { readonly [column: string]: unknown }[];
  const categories = shown.map((row) => String(row[chart.category] ?? ""));
  const named = categories.map((category) =>
    figure(category, /^\d{4}-\d{2}$/.test(category) ? "month" : "text", language),
  );
  const series = chart.series.map(({ key, title: label }) => ({
    label,
    data: shown.map((row) => numberOf(row[key])),
    ...(chart.type === "stacked-bar" ? { stack: "all" } : {}),
  }));
  const settings = {
    height,
    colors: [palette.primary.main, palette.warning.main, palette.success.main, palette.info.main],
    hideLegend: series.length < 2,
    grid: { horizontal: true },
    margin: { left: 8, right: 16, top: 24, bottom: 8 },
  };
  return (
    <figure aria-labelledby={title} style={{ margin: 0 }}>
      <Typography component="figcaption" variant="h2" id={title}>
        {chart.title}
      </Typography>
      {chart.type === "line" ? (
        <LineChart {...settings} xAxis={[{ scaleType: "point", data: named }]} series={series} />
      ) : (
        <BarChart {...settings} xAxis={[{ scaleType: "band", data: named }]} series={series} />
      )}
    </figure>
  );
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
