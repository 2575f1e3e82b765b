import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper from "@mui/material/Paper";
import Stack from "@mui/material/Stack";
import Typography from "@mui/material/Typography";
import { lazy, Suspense } from "react";
import { useParams, useSearchParams } from "react-router";
import type { ReportAnswer } from "../../../server/plugin-api/contributions.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { DateText } from "../../app/parts/date-text.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { PageSkeleton, RowsSkeleton } from "../../app/parts/skeletons.tsx";
import { lastMonths, type Period } from "./period.ts";
import { PeriodPicker } from "./period-picker.tsx";
import { ReportTable } from "./report-table.tsx";
import { ReportTotals } from "./report-totals.tsx";

const ReportChart = lazy(async () => ({ default: (await import("./report-chart.tsx")).ReportChart }));

/** One report: the chart that people look at first, then the figures, each with the records behind it. */
export function ReportPage() {
  const { id = "" } = useParams();
  const say = useSay();
  const { today } = useOffice();
  const [search, setSearch] = useSearchParams();
  const usual = lastMonths(today, 18);
  const period: Period = { from: search.get("from") ?? usual.from, to: search.get("to") ?? usual.to };
  const path = `/api/reports/${encodeURIComponent(id)}?from=${period.from}&to=${period.to}`;
  const { data, error, refetch } = useApi<ReportAnswer>("reports", path);
  if (error && !data) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHead
        title={data.title}
        line={
          <>
            <DateText value={period.from} /> – <DateText value={period.to} />
          </>
        }
        action={<Exports path={path} />}
      />
      <Stack spacing={3}>
        <PeriodPicker period={period} today={today} onChange={({ from, to }) => setSearch({ from, to })} />
        <ReportTotals report={data} />
        {data.chart && data.rows.length > 0 ? (
          <Paper variant="outlined" sx={{ p: 2 }}>
            <Suspense fallback={<RowsSkeleton rows={3} />}>
              <ReportChart chart={data.chart} rows={data.rows} />
            </Suspense>
          </Paper>
        ) : null}
        <ReportTable report={data} />
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {say("pages.counted")} {data.definition}
        </Typography>
      </Stack>
    </>
  );
}

const formats = ["csv", "xlsx", "pdf"] as const;

function Exports({ path }: { readonly path: string }) {
  const say = useSay();
  return (
    <Box role="group" aria-label={say("pages.exports")} sx={{ display: "flex", gap: 1 }}>
      {formats.map((format) => (
        <Button key={format} size="small" variant="outlined" href={`${path}&format=${format}`} download>
          {format.toUpperCase()}
        </Button>
      ))}
    </Box>
  );
}
