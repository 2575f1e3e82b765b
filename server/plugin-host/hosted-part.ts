import type { Asker } from "../domain/changes/caller.ts";
import type {
  ChannelMessage,
  ExportContext,
  ExportedFile,
  ExporterContribution,
  ImportContext,
  ImportedRecord,
  Match,
  MatcherContribution,
  PageContribution,
  ReportAnswer,
  ReportContribution,
  ReportParams,
  SampleTown,
  WidgetContribution,
} from "../plugin-api/contributions/index.ts";
import type { DataSchema } from "../plugin-api/data-schema.ts";
import type { JsonObject } from "../plugin-api/json.ts";
import type { Language, Text } from "../plugin-api/text.ts";

/** Where a contribution comes from. */
export interface Hosted {
  readonly id: string;
  readonly plugin: string;
  readonly title: Text;
}

/** What workflows name among their actions. */
export interface HostedAction extends Hosted {
  readonly params?: DataSchema;
  /** @throws DomainError `plugin-unavailable`: the outbox tries again. `key` is the same at every attempt. */
  run(params: JsonObject, call: { readonly key: string; readonly case: JsonObject }): Promise<void>;
}

/** What ranks candidates for a record. */
export interface HostedMatcher extends Hosted, Pick<MatcherContribution, "for" | "candidates" | "propose"> {
  /** At most `limit`, best first. @throws DomainError `plugin-unavailable`. */
  match(record: JsonObject, limit: number, asker: Asker): Promise<readonly Match[]>;
}

/** What counts. */
export interface HostedReport extends Hosted, Pick<ReportContribution, "description" | "params"> {
  /** @throws DomainError `plugin-unavailable`. */
  run(params: ReportParams, asker: Asker): Promise<ReportAnswer>;
}

/** What delivers messages. */
export interface HostedChannel extends Hosted {
  /** @throws DomainError `plugin-unavailable` when neither it nor its fallback delivered. */
  send(message: ChannelMessage, language: Language): Promise<void>;
}

/** What reads records of one type from files. */
export interface HostedImporter extends Hosted {
  readonly type: string;
  read(path: string, context: ImportContext): AsyncIterable<ImportedRecord>;
}

/** What finds records of one type behind free text. */
export interface HostedFinder extends Hosted {
  readonly type: string;
  /** Ids, the most likely first. @throws DomainError `plugin-unavailable`. */
  find(text: string, limit: number, asker: Asker): Promise<readonly string[]>;
}

/** What makes a file for whoever has one of its roles. */
export interface HostedExporter
  extends Hosted,
    Pick<ExporterContribution, "description" | "roles" | "offeredIn" | "params"> {
  /** @throws DomainError `plugin-unavailable`. */
  run(params: ReportParams, reader: ExportReader): Promise<ExportedFile>;
}

/** For whom a file is made, and of which office. */
export interface ExportReader extends Pick<ExportContext, "records" | "office">, Asker {}

/** What fills an empty town. */
export interface HostedSample extends Hosted {
  run(town: SampleTown): Promise<void>;
}

/** A page of the back office, drawn by the plugin’s script. */
export interface HostedPage extends Hosted, PageContribution {
  readonly title: Text;
}

/** A part of a page, drawn by the plugin’s script. */
export interface HostedWidget extends Hosted, WidgetContribution {
  readonly title: Text;
}
