import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import CardActionArea from "@mui/material/CardActionArea";
import Skeleton from "@mui/material/Skeleton";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import type { ListedReport, ServedReport } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { lastMonths } from "./period.ts";

/** A report as one sees it first: what it finds, the shape of its chart, what it is about. */
export function ReportCard({ report }: { readonly report: ListedReport }) {
  const { today } = useOffice();
  const period = new URLSearchParams({ ...lastMonths(today, 18) });
  const { data, isPending } = useApi<ServedReport>(
    "reports",
    `/api/reports/${encodeURIComponent(report.id)}?${period}`,
  );
  return (
    <Card variant="outlined">
      <CardActionArea component={Link} to={`/reports/${report.id}`} sx={{ height: "100%", p: 2 }}>
        <Typography variant="h2">{report.title}</Typography>
        <Typography sx={{ fontSize: "1.143rem", fontWeight: 600, minHeight: "3em", mt: 0.5 }}>
          {isPending ? <Skeleton width="70%" /> : data?.chart?.title}
        </Typography>
        <Shape report={data} />
        <Typography variant="body2" sx={{ color: "text.secondary", mt: 1.5 }}>
          {report.description}
        </Typography>
      </CardActionArea>
    </Card>
  );
}

const height = 56;

/** The chart without its words: decoration, the page has the figures. */
function Shape({ report }: { readonly report: ServedReport | undefined }) {
  const chart = report?.chart;
  const key = chart?.series[0]?.key ?? "";
  const bars = (chart?.rows ?? report?.rows ?? []).map((row) => ({
    name: String(row[chart?.category ?? ""]),
    value: typeof row[key] === "number" ? row[key] : 0,
  }));
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <Box aria-hidden sx={{ display: "flex", alignItems: "flex-end", gap: "3px", height }}>
      {chart
        ? bars.map(({ name, value }) => (
            <Box
              key={name}
              sx={{
                flex: 1,
                maxWidth: 40,
                height: `${(value / most) * 100}%`,
                backgroundColor: "primary.main",
                borderRadius: "2px 2px 0 0",
              }}
            />
          ))
        : null}
    </Box>
  );
}
