import { localDay } from "../../engine/time/calendar.ts";
import type { ReportAnswer, ReportChart, ReportRow } from "../../plugin-api/contributions/index.ts";
import type { Caller } from "../changes/caller.ts";
import type { Office } from "../changes/office.ts";
import { type FigureChart, type FigureRow, type Figures, maskSmallFigures } from "./mask-small-figures.ts";
import type { OfficeReports } from "./office-report.ts";
import { reportsForbidden, unknownReport } from "./report-errors.ts";
import { type AskedParams, readReportParams } from "./report-params.ts";
import type { ServedReport } from "./served-report.ts";

/** What of the office reports need. */
export type ReportsOffice = Pick<Office, "registry" | "clock" | "validator">;

/** Which report, and what it is asked. */
export interface RunReportInput {
  readonly plugins: OfficeReports;
  readonly id: string;
  /** `from`, `to` and the report's own, as the address carries them; `format` is not one of them. */
  readonly params: AskedParams;
}

/**
 * A report for one reader: figures only, small ones masked, for those whose role says so.
 * @throws DomainError `reports-forbidden`, `unknown-report`, `wrong-report-params`, `plugin-unavailable`.
 */
export async function runReport(
  office: ReportsOffice,
  caller: Caller,
  { plugins, id, params: asked }: RunReportInput,
): Promise<ServedReport> {
  const { rights } = caller;
  if (rights.reports === "none") throw reportsForbidden();
  const report = plugins.reports().find((one) => one.id === id);
  if (!report) throw unknownReport(id);
  const today = localDay(office.clock.now(), office.registry.office().timeZone);
  const params = readReportParams(asked, { schema: report.params, validator: office.validator, today });
  const answer = await report.run(params, caller);
  const { from, to } = params;
  if (rights.reports === "full") return { ...answer, id, from, to, masked: false };
  return { ...maskSmallFigures(figuresAlone(answer)), id, from, to, masked: true };
}

/** The report without the records behind it and without the rows that name a person. */
function figuresAlone({ chart, ...answer }: ReportAnswer): Figures {
  const rows = answer.rows.filter((row) => row["names"] !== true).map(withoutDrill);
  return { ...answer, rows, ...(chart && { chart: chartAlone(chart) }) };
}

function chartAlone({ rows, ...chart }: ReportChart): FigureChart {
  return { ...chart, ...(rows && { rows: rows.map(withoutDrill) }) };
}

/** Beside its drills, a row holds plain values alone. */
function withoutDrill({ drill: _drill, drills: _drills, ...figures }: ReportRow): FigureRow {
  return figures as FigureRow;
}
