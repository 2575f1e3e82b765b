import { serveSchema } from "../../engine/schema/serve-schema.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import { inLanguage } from "../../plugin-api/text.ts";
import type { Caller } from "../changes/caller.ts";
import { mayExport } from "./make-file.ts";
import type { OfficeExporters } from "./office-exporter.ts";

/** A file of a period that can be asked for. */
export interface ListedExporter {
  readonly id: string;
  readonly plugin: string;
  readonly title: string;
  readonly description: string;
  /** It has a place among the reports; others are offered by the pages of their plugin. */
  readonly offeredIn: "reports" | null;
  /** Parameters beside `from` and `to`, their titles in the reader's language; null when it has none. */
  readonly params: DataSchema | null;
}

/** The files that the caller may ask for, in the order of the plugins. */
export function listExporters(caller: Caller, plugins: OfficeExporters): readonly ListedExporter[] {
  const { language } = caller;
  const allowed = plugins.exporters().filter((exporter) => mayExport(caller, exporter));
  return allowed.map(({ id, plugin, title, description = "", offeredIn = null, params }) => ({
    id,
    plugin,
    title: inLanguage(title, language),
    description: inLanguage(description, language),
    offeredIn,
    params: params ? serveSchema(params, { language }) : null,
  }));
}
