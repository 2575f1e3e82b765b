import type { OfficeExporters } from "../domain/exporting/office-exporter.ts";
import type { OfficeMatchers } from "../domain/matching/office-matcher.ts";
import type { OfficeExtensions } from "../domain/office/office-extensions.ts";
import type { RecordFinders } from "../domain/records/lists/find-records.ts";
import type { OfficeReports } from "../domain/reports/office-report.ts";
import type { PluginHost } from "../plugin-host/plugin-host.ts";

/** What the routes ask of the plugins: what they contribute, and what administrators see and do of them. */
export type PluginDesk = Pick<
  PluginHost,
  "list" | "configure" | "dismiss" | "impact" | "retry" | "shadow" | "scripts"
> &
  OfficeExtensions &
  OfficeReports &
  OfficeMatchers &
  OfficeExporters &
  RecordFinders;
