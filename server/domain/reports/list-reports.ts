import { serveSchema } from "../../engine/schema/serve-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import type { OfficeReports } from "./office-report.ts";
import { reportsForbidden } from "./report-errors.ts";

/** One report that can be asked for. */
export interface ListedReport {
  readonly id: string;
  readonly plugin: string;
  readonly title: string;
  readonly description: string;
  /** Parameters beside `from` and `to`, their titles in the reader's language; null when it has none. */
  readonly params: DataSchema | null;
}

/** The reports that are offered, in the order of the plugins. @throws DomainError `reports-forbidden`. */
export function listReports({ rights, language }: Caller, plugins: OfficeReports): readonly ListedReport[] {
  if (rights.reports === "none") throw reportsForbidden();
  return plugins.reports().map(({ id, plugin, title, description = "", params }) => ({
    id,
    plugin,
    title: inLanguage(title, language),
    description: inLanguage(description, language),
    params: params ? serveSchema(params, { language }) : null,
  }));
}
