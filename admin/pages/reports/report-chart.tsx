import { useTheme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { BarChart } from "@mui/x-charts/BarChart";
import { LineChart } from "@mui/x-charts/LineChart";
import { useNavigate } from "react-router";
import type { ServedReport } from "../../../server/http/api-types.ts";
import { useLanguage } from "../../app/i18n/use-say.ts";
import { drillPath } from "./drill-down.ts";
import { figure } from "./figure.ts";

interface Props {
  /** What it shows, in words. */
  readonly finding: string;
  readonly chart: NonNullable<ServedReport["chart"]>;
  readonly rows: ServedReport["rows"];
}

const height = 300;
/** More bars than this at a phone leave no room for a figure on each. */
const mostLabels = { desk: 24, phone: 8 };

/** Draws a report. Each bar bears its figure, and leads to the records behind it; the tables under it say the same in text. */
export function ReportChart({ finding, chart, rows }: Props) {
  const language = useLanguage();
  const navigate = useNavigate();
  const { vars, breakpoints } = useTheme();
  const { palette } = vars;
  const desk = useMediaQuery(breakpoints.up("md"));
  const shown = chart.rows ?? rows;
  const categories = shown.map((row) => String(row[chart.category] ?? ""));
  const named = categories.map((category) =>
    figure(category, /^\d{4}-\d{2}$/.test(category) ? "month" : "text", language),
  );
  const series = chart.series.map(({ key, title: label }) => ({
    id: key,
    label,
    data: shown.map((row) => numberOf(row[key])),
    valueFormatter: (value: number | null) => figure(value, "number", language),
    ...(chart.type === "stacked-bar" ? { stack: "all" } : {}),
  }));
  const labelled = shown.length <= (desk ? mostLabels.desk : mostLabels.phone) && series.length === 1;
  const settings = {
    height,
    colors: [palette.primary.main, palette.warning.main, palette.success.main, palette.info.main],
    hideLegend: series.length < 2,
    grid: { horizontal: true },
    margin: { left: 8, right: 16, top: 24, bottom: 8 },
  };
  const open = (column: string, index: number) => {
    const row = shown[index];
    const path = row ? drillPath(row, column) : null;
    if (path) void navigate(path);
  };
  const leads = shown.some((row) => chart.series.some(({ key }) => drillPath(row, key) !== null));
  return (
    <figure aria-label={finding} style={{ margin: 0, cursor: leads ? "pointer" : "default" }}>
      {chart.type === "line" ? (
        <LineChart {...settings} xAxis={[{ scaleType: "point", data: named }]} series={series} />
      ) : (
        <BarChart
          {...settings}
          xAxis={[{ scaleType: "band", data: named }]}
          series={series.map((one) =>
            labelled
              ? {
                  ...one,
                  barLabel: ({ value }: { readonly value: number | null }) => figure(value, "number", language),
                  barLabelPlacement: "outside" as const,
                }
              : one,
          )}
          onItemClick={(_, { seriesId, dataIndex }) => open(String(seriesId), dataIndex)}
        />
      )}
    </figure>
  );
}

/** Null, not zero, where a figure is masked: there is no bar. */
function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
