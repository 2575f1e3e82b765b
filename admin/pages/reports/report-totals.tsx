import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import type { ServedReport } from "../../../server/http/api-types.ts";
import { useLanguage } from "../../app/i18n/use-say.ts";
import { figure } from "./figure.ts";

/** The figures of the period, large, where there are several: a single one is in the finding. */
export function ReportTotals({ report }: { readonly report: ServedReport }) {
  const language = useLanguage();
  const shown = report.columns.filter(({ key }) => typeof report.totals[key] === "number");
  if (shown.length < 2) return null;
  return (
    <Box component="dl" sx={{ display: "flex", flexWrap: "wrap", gap: 2, m: 0 }}>
      {shown.map((column) => (
        <Paper key={column.key} variant="outlined" sx={{ px: 2, py: 1.5, minWidth: 140 }}>
          <Typography component="dt" variant="body2" sx={{ color: "text.secondary" }}>
            {column.title}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: 28, fontWeight: 600, lineHeight: 1.2 }}>
            {figure(report.totals[column.key], column.type, language)}
          </Typography>
        </Paper>
      ))}
    </Box>
  );
}
