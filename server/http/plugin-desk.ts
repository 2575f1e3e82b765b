import type { OfficeExporters } from "../domain/exporting/office-exporter.ts";
import type { OfficeMatcher, OfficeMatchers } from "../domain/matching/office-matcher.ts";
import type { OfficeExtensions } from "../domain/office/office-extensions.ts";
import type { RecordFinders } from "../domain/records/lists/find-records.ts";
import type { OfficeReports } from "../domain/reports/office-report.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import type { Language } from "../plugin-api/text.ts";
import type { PluginListing } from "../plugin-host/plugin-listing.ts";
import type { ShadowRequest, ShadowRun } from "../plugin-host/shadow/shadow-run.ts";

/** What the administrator's pages ask of the plugins; the plugin host is one. Its refusals are DomainErrors. */
export interface PluginDesk extends OfficeExtensions, OfficeReports, OfficeMatchers, OfficeExporters, RecordFinders {
  matchers(): readonly OfficeMatcher[];
  list(language: Language): readonly PluginListing[];
  configure(
    id: string,
    change: { readonly enabled?: boolean; readonly config?: JsonObject; readonly version?: string },
    language: Language,
  ): Promise<object>;
  dismiss(id: string, what: { readonly keepSettings: boolean }): Promise<void>;
  impact(id: string, language: Language): Promise<object>;
  retry(id: string, language: Language): object;
  shadow(id: string, request: ShadowRequest, language: Language): Promise<ShadowRun>;
  /** The file behind `/plugins/<id>/admin.js`. */
  scripts(): readonly { readonly id: string; readonly file: string; readonly build: string }[];
  onChange(listener: (pluginId: string) => void): () => void;
}
