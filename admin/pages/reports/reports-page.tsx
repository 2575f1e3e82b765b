import Box from "@mui/material/Box";
import type { ListedReport } from "../../../server/http/api-types.ts";
import { useApi } from "../../app/api/use-api.ts";
import { FailurePage } from "../../app/errors/failure-page.tsx";
import { useSay } from "../../app/i18n/use-say.ts";
import { useOffice } from "../../app/office/use-office.ts";
import { EmptyState } from "../../app/parts/empty-state.tsx";
import { PageHead } from "../../app/parts/page-head.tsx";
import { PageSkeleton } from "../../app/parts/skeletons.tsx";
import { OfferedFiles } from "./offered-files.tsx";
import { ReportCard } from "./report-card.tsx";

/** The reports that the office has, by what they tell. */
export function ReportsPage() {
  const say = useSay();
  const masked = useOffice().reports === "masked";
  const { data, error, refetch } = useApi<readonly ListedReport[]>("reports", "/api/reports");
  if (error) return <FailurePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHead title={say("pages.reports")} line={say(masked ? "pages.reportsLineMasked" : "pages.reportsLine")} />
      {data.length === 0 ? <EmptyState title={say("pages.noReports")} /> : null}
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fill, minmax(280px, 1fr))" }}>
        {data.map((report) => (
          <ReportCard key={report.id} report={report} />
        ))}
      </Box>
      <OfferedFiles />
    </>
  );
}
