import type { DataSchema } from "../data-schema.ts";
import type { JsonObject } from "../json.ts";
import type { Language, Text } from "../text.ts";
import type { CallContext } from "./call-context.ts";
import type { RecordQuery } from "./record-access.ts";
import type { ReportParams } from "./report.ts";

/** A file made from the records of a period, such as the sheet of a week: `GET /api/exports/{id}?from=&to=`. */
export interface ExporterContribution<Config = JsonObject> {
  readonly title: Text;
  readonly description?: Text;
  /** Those who may ask for it. */
  readonly roles: readonly string[];
  /** Offered among the reports too; without it, where the plugin's own pages offer it. */
  readonly offeredIn?: "reports";
  /** Parameters beside `from` and `to`. */
  readonly params?: DataSchema;
  run(params: ReportParams, context: ExportContext<Config>): Promise<ExportedFile>;
}

/** What an exporter is given: the records are those that whoever asks may read, with what they may read of them. */
export interface ExportContext<Config = JsonObject> extends Omit<CallContext<Config>, "records"> {
  readonly records: ReaderRecords;
  readonly office: ExportOffice;
}

/** What a file may say of the office that it comes from. */
export interface ExportOffice {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Records under the rights of a reader, each with its `displayName`. */
export interface ReaderRecords {
  /** At most `limit` (default 1000). @throws Error where the reader may not read the type. */
  list(type: string, query?: RecordQuery): Promise<readonly JsonObject[]>;
  /** All that the reader may read, in batches of at most 1000, by id. @throws Error where they may not read the type. */
  each(type: string, filter?: JsonObject): AsyncIterable<readonly JsonObject[]>;
}

/**
 * A file as it is, a table that the host writes for spreadsheets, or a document that it prints as PDF. `name` has its
 * ending, such as `week-48.pdf`.
 */
export type ExportedFile =
  | { readonly name: string; readonly mediaType: string; readonly content: string | Uint8Array }
  | { readonly name: string; readonly table: ExportedTable }
  | { readonly name: string; readonly print: PrintedDocument };

/** Rows under headings, written as the file's name ends: `.csv` or `.xlsx`. No cell is taken for a formula. */
export interface ExportedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  /** Whose separators and decimals a CSV has; the reader's without it. */
  readonly language?: Language;
}

/** Tables under headings, on A4. */
export interface PrintedDocument {
  readonly title: string;
  readonly subtitle?: string;
  /** Bars above the tables. */
  readonly chart?: readonly PrintedBar[];
  /** What stands at the foot of each page beside its number: whose document it is, of which day. */
  readonly foot?: string;
  readonly sections: readonly PrintedSection[];
}

/** One bar of a printed chart. */
export interface PrintedBar {
  readonly label: string;
  /** Null where there is no bar. */
  readonly value: number | null;
  /** The value in words, above the bar. */
  readonly figure: string;
}

/** A part of a printed sheet. */
export interface PrintedSection {
  readonly title?: string;
  /** A line under the title. */
  readonly line?: string;
  readonly columns: readonly {
    readonly title: string;
    /** Share of the width that is left; without it, as wide as what it holds. */
    readonly stretch?: true;
    /** Figures stand at the right. */
    readonly align?: "right";
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
