import type { ReportAnswer, ReportContribution, ReportParams } from "../../plugin-api/contributions/index.ts";
import type { Text } from "../../plugin-api/text.ts";
import type { Asker } from "../changes/caller.ts";

/** A report that can be asked for. The plugin host has them; each call of one may fail on its own. */
export interface OfficeReport extends Pick<ReportContribution, "description" | "params"> {
  readonly id: string;
  readonly plugin: string;
  readonly title: Text;
  /** @throws DomainError `plugin-unavailable`. */
  run(params: ReportParams, asker: Asker): Promise<ReportAnswer>;
}

/** The reports that are in force; the plugin host is one. */
export interface OfficeReports {
  reports(): readonly OfficeReport[];
}
