import Box from "@mui/material/Box";
import Card from "@mui/material/Card";
import CardActionArea from "@mui/material/CardActionArea";
import CardContent from "@mui/material/CardContent";
import Typography from "@mui/material/Typography";
import { Link } from "react-router";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { PageSkeleton } from "../../app/parts/skeletons.tsx";

/** One of `GET /api/reports`. */
export interface ReportSummary {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** The reports that the office has, by what they tell. */
export function ReportsPage() {
  const say = useSay();
  const { data, error, refetch } = useApi<readonly ReportSummary[]>("reports", "/api/reports");
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHead title={say("pages.reports")} line={say("pages.reportsLine")} />
      {data.length === 0 ? <EmptyState title={say("pages.noReports")} /> : null}
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fill, minmax(260px, 1fr))" }}>
        {data.map((report) => (
          <Card key={report.id} variant="outlined">
            <CardActionArea component={Link} to={`/reports/${report.id}`} sx={{ height: "100%" }}>
              <CardContent>
                <Typography variant="h2">{report.title}</Typography>
                {report.description ? (
                  <Typography sx={{ color: "text.secondary" }}>{report.description}</Typography>
                ) : null}
              </CardContent>
            </CardActionArea>
          </Card>
        ))}
      </Box>
    </>
  );
}
