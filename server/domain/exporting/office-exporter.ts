import type {
  ExportContext,
  ExportedFile,
  ExporterContribution,
  ReportParams,
} from "../../plugin-api/contributions/index.ts";
import type { Asker } from "../changes/caller.ts";

/** A maker of files. The plugin host has them; each call of one may fail on its own. */
export interface OfficeExporter
  extends Pick<ExporterContribution, "title" | "description" | "roles" | "offeredIn" | "params"> {
  readonly id: string;
  readonly plugin: string;
  /** @throws DomainError `plugin-unavailable`. */
  run(params: ReportParams, reader: Pick<ExportContext, "records" | "office"> & Asker): Promise<ExportedFile>;
}

/** The makers of files that are in force; the plugin host is one. */
export interface OfficeExporters {
  exporters(): readonly OfficeExporter[];
}
