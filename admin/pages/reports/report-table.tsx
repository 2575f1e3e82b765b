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
import type { DrillDown, ReportAnswer, ReportColumn, ReportRow } from "../../../server/plugin-api/contributions.ts";
import { useLanguage, useSay } from "../../app/i18n/use-say.ts";
import { figure } from "./figure.ts";

/** The figures behind the chart; a figure leads to the list of exactly the records that it counts. */
export function ReportTable({ report }: { readonly report: ReportAnswer }) {
  const say = useSay();
  if (report.rows.length === 0) return <Typography>{say("pages.noFigures")}</Typography>;
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label={report.title}>
        <TableHead>
          <TableRow>
            {report.columns.map((column) => (
              <TableCell key={column.key} align={isNumber(column) ? "right" : "left"}>
                {column.title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {report.rows.map((row) => (
            <TableRow key={report.columns.map(({ key }) => String(row[key])).join(" ")}>
              {report.columns.map((column) => (
                <Figure key={column.key} row={row} column={column} />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Figure({ row, column }: { readonly row: ReportRow; readonly column: ReportColumn }) {
  const language = useLanguage();
  const text = figure(row[column.key], column.type, language);
  const drill = isNumber(column) ? drillOf(row, column.key) : null;
  return (
    <TableCell align={isNumber(column) ? "right" : "left"}>
      {drill ? (
        <Link component={RouterLink} to={`/${drill.type}?filter=${encodeURIComponent(JSON.stringify(drill.filter))}`}>
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

function drillOf(row: ReportRow, column: string): DrillDown | null {
  const own = member(row["drills"], column);
  return isDrill(own) ? own : isDrill(row["drill"]) ? row["drill"] : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function isDrill(value: unknown): value is DrillDown {
  return typeof value === "object" && value !== null && "type" in value && "filter" in value;
}
