import type { DrillDown, ReportChart, ReportColumn } from "../../plugin-api/contributions/index.ts";
import type { Json } from "../../plugin-api/json.ts";

/** A report as its reader is answered it. */
export interface ServedReport {
  readonly id: string;
  readonly title: string;
  /** The period, inclusive office days. */
  readonly from: string;
  readonly to: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ServedReportRow[];
  /** Null where a small figure is masked. */
  readonly totals: { readonly [key: string]: number | null };
  readonly sections?: string;
  readonly chart?: ReportChart;
  readonly definition: string;
  /** Figures under five are left out for this reader. */
  readonly masked: boolean;
}

/**
 * Values by column key. `drill` lists exactly the records that the figures of the row count, `drills` those of single
 * columns; neither is there for whoever reads masked figures. `masked` names the columns whose figure was left out.
 */
export interface ServedReportRow {
  readonly [column: string]: Json | DrillDown | { readonly [column: string]: DrillDown };
}
