import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { Link as RouterLink } from "react-router";
import type { ReportColumn, ServedReport, ServedReportRow } from "../../../server/http/api-types.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { drillPath } from "./drill-down.ts";
import { figure } from "./figure.ts";
import { type ReportSection, sectionsOf, sideBySide } from "./report-sections.ts";

/** The figures behind the chart, a table for each breakdown; a figure leads to the list of exactly what it counts. */
export function ReportTables({ report }: { readonly report: ServedReport }) {
  const say = useSay();
  const sections = sectionsOf(report);
  if (report.rows.length === 0) return <Typography>{say("pages.noFigures")}</Typography>;
  return (
    <Box sx={{ display: "flex", flexDirection: { xs: "column", md: "row" }, gap: 2 }}>
      {sideBySide(sections).map((column) => (
        <Box key={column[0]?.title} sx={{ flex: 1, minWidth: 0, display: "grid", gap: 2, alignContent: "start" }}>
          {column.map((section) => (
            <SectionTable key={section.title} section={section} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function SectionTable({ section: { title, columns, rows } }: { readonly section: ReportSection }) {
  return (
    <Paper variant="outlined">
      <TableContainer>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column.key} align={isNumber(column) ? "right" : "left"}>
                  {column.title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={columns.map(({ key }) => String(row[key])).join(" ")}>
                {columns.map((column, index) => (
                  <Figure key={column.key} row={row} column={column} heads={index === 0} />
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Paper>
  );
}

interface FigureProps {
  readonly row: ServedReportRow;
  readonly column: ReportColumn;
  /** It names the row. */
  readonly heads: boolean;
}

function Figure({ row, column, heads }: FigureProps) {
  const say = useSay();
  const language = useLanguage();
  if (isMasked(row, column)) {
    return (
      <TableCell align="right" sx={{ color: "text.secondary" }}>
        {say("pages.masked")}
      </TableCell>
    );
  }
  const text = figure(row[column.key], column.type, language);
  const path = column.type === "number" || column.type === "days" ? drillPath(row, column.key) : null;
  return (
    <TableCell align={isNumber(column) ? "right" : "left"} {...(heads ? { component: "th", scope: "row" } : {})}>
      {path ? (
        <Link component={RouterLink} to={path}>
          {text}
        </Link>
      ) : (
        text
      )}
    </TableCell>
  );
}

function isNumber({ type }: ReportColumn): boolean {
  return type !== "text" && type !== "month";
}

function isMasked(row: ServedReportRow, { key }: ReportColumn): boolean {
  const masked = row["masked"];
  return Array.isArray(masked) && masked.includes(key);
}
