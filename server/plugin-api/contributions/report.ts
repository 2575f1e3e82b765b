import type { DataSchema } from "../data-schema.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Text } from "../text.ts";
import type { CallContext } from "./call-context.ts";

/** Figures, each with the records behind it. */
export interface ReportContribution<Config = JsonObject> {
  readonly title: Text;
  readonly description?: Text;
  /** Parameters beside `from` and `to`. */
  readonly params?: DataSchema;
  run(params: ReportParams, context: CallContext<Config>): Promise<ReportAnswer>;
}

/** What a report was asked for: its period, and the parameters that it declares. */
export interface ReportParams extends JsonObject {
  /** Inclusive office days, ISO. */
  readonly from: string;
  readonly to: string;
}

/** The figures of a report, with the title that says what they show. */
export interface ReportAnswer {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals: { readonly [key: string]: number };
  /** Key of a text column: the rows that share its value add up to the totals, each such set on its own. */
  readonly sections?: string;
  /** What a chart shows first; the table is under it. */
  readonly chart?: ReportChart;
  /** What is counted, in a sentence. */
  readonly definition: string;
}

/** A column of a table of figures. */
export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  readonly type: "text" | "number" | "days" | "percent" | "month";
}

/**
 * Values by column key. `drill` lists exactly the records that the row's figures count; a figure may have its own under
 * `drills`. `names: true` says that the row names a person: it is left out for those who read masked figures.
 */
export interface ReportRow {
  readonly drill?: DrillDown;
  readonly drills?: { readonly [column: string]: DrillDown };
  readonly names?: boolean;
  readonly [column: string]: Json | DrillDown | { readonly [column: string]: DrillDown };
}

/** The list that holds exactly the records that a figure counts. */
export interface DrillDown {
  readonly type: string;
  readonly filter: JsonObject;
}

/** A chart of figures, drawn by the host. */
export interface ReportChart {
  readonly type: "bar" | "stacked-bar" | "line";
  /** Key of the column that the axis shows. */
  readonly category: string;
  readonly series: readonly { readonly key: string; readonly title: string }[];
  /** Rows of the chart, where they are not the table's; a `drill` of theirs is where a bar leads. */
  readonly rows?: readonly ReportRow[];
  /** The finding, as a sentence. */
  readonly title: string;
}
