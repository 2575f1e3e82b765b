import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { Link as RouterLink, useParams, useSearchParams } from "react-router";
import type { ListedReport, ServedReport } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailureAlert } from "../../app/errors/failure-alert.tsx";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useDownload } from "../../app/errors/use-download.ts";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { onDemand } from "../../app/parts/on-demand.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { PageSkeleton, RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { lastMonths, type Period } from "./period.ts";
import { PeriodPicker } from "./period-picker.tsx";
import { ReportByMail } from "./report-by-mail.tsx";
import { ReportParams } from "./report-params.tsx";
import { ReportTables } from "./report-table.tsx";
import { ReportTotals } from "./report-totals.tsx";

const ReportChart = onDemand(
  () => import("./report-chart.tsx").then((module) => module.ReportChart),
  <RowsSkeleton rows={6} />,
);

/** One report: the finding, the chart that people look at first, then the figures, each with the records behind it. */
export function ReportPage() {
  const { id = "" } = useParams();
  const say = useSay();
  const { today } = useOffice();
  const [search, setSearch] = useSearchParams();
  const usual = lastMonths(today, 18);
  const asked = { ...usual, ...Object.fromEntries(search) };
  const path = `/api/reports/${encodeURIComponent(id)}?${new URLSearchParams(asked)}`;
  const { data, error, refetch } = useApi<ServedReport>("reports", path);
  const { data: listed } = useApi<readonly ListedReport[]>("reports", "/api/reports");
  if (error && !data) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const period: Period = { from: asked.from, to: asked.to };
  const params = listed?.find((report) => report.id === id)?.params ?? null;
  const change = (changed: { readonly [param: string]: string | null }) =>
    setSearch(withoutNull({ ...Object.fromEntries(search), ...changed }));
  return (
    <>
      <ReportHead report={data} period={period} exports={<Exports path={path} />} />
      <Stack spacing={3}>
        <FailureAlert error={error} />
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "flex-end" }}>
          <PeriodPicker period={period} today={today} onChange={(next) => change({ ...next })} />
          {params ? <ReportParams schema={params} values={search} onChange={change} /> : null}
        </Box>
        <ReportTotals report={data} />
        <Chart report={data} />
        <ReportTables report={data} />
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {say("pages.counted")} {data.definition} {data.masked ? say("pages.maskedWhy") : null}
        </Typography>
        <ReportByMail id={id} />
      </Stack>
    </>
  );
}

interface ReportHeadProps {
  readonly report: ServedReport;
  readonly period: Period;
  readonly exports: ReactNode;
}

function ReportHead({ report, period, exports }: ReportHeadProps) {
  const say = useSay();
  const finding = findingOf(report);
  return (
    <PageHead
      above={
        <Link component={RouterLink} to="/reports" variant="body2">
          {say("pages.reports")}
        </Link>
      }
      title={finding}
      line={
        <>
          {finding === report.title ? null : <span>{report.title} · </span>}
          <DateText value={period.from} /> – <DateText value={period.to} />
        </>
      }
      action={exports}
    />
  );
}

function Chart({ report }: { readonly report: ServedReport }) {
  const say = useSay();
  const { chart, rows, masked } = report;
  if (!chart || rows.length === 0) return null;
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <ReportChart finding={findingOf(report)} chart={chart} rows={rows} />
      {masked ? (
        <Typography variant="body2" sx={{ color: "text.secondary", mt: 1 }}>
          {say("pages.maskedBars")}
        </Typography>
      ) : null}
    </Paper>
  );
}

/** What its chart finds; its title where it has none. */
function findingOf({ chart, title }: ServedReport): string {
  return chart?.title || title;
}

function withoutNull(params: { readonly [param: string]: string | null }): { [param: string]: string } {
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null));
}

const formats = ["csv", "xlsx", "pdf"] as const;

function Exports({ path }: { readonly path: string }) {
  const say = useSay();
  const { busy, take } = useDownload();
  const pathOf = (format: string) => `${path}&format=${format}`;
  return (
    <Box role="group" aria-label={say("pages.exports")} sx={{ display: "flex", gap: 1 }}>
      {formats.map((format) => (
        <Button
          key={format}
          size="small"
          variant="outlined"
          loading={busy === pathOf(format)}
          onClick={() => take(pathOf(format))}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Box>
  );
}
