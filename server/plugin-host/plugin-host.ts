import type { PluginTypes } from "../domain/definitions/contributed-definitions.ts";
import type {
  ChannelMessage,
  ExportContext,
  ExportedFile,
  ExporterContribution,
  GuardContribution,
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
import type { ShadowRequest, ShadowRun } from "./shadow/shadow-run.ts";

/**
 * The plugins of this office, each call of their code wrapped: a deadline, an abort signal, a breaker of its own.
 * What a plugin that is switched off or broken contributes is not there; its guards alone stay, and block with a
 * sentence, because the cases that they protect stay too.
 */
export interface PluginHost extends AsyncDisposable {
  /** Every guard that was loaded. They never throw. */
  guards(): { readonly [id: string]: GuardContribution };
  actions(): { readonly [id: string]: HostedAction };
  /** The record types and workflows of each plugin in force. */
  types(): readonly PluginTypes[];
  matchers(): readonly HostedMatcher[];
  reports(): readonly HostedReport[];
  channels(): readonly HostedChannel[];
  importers(): readonly HostedImporter[];
  finders(): readonly HostedFinder[];
  exporters(): readonly HostedExporter[];
  samples(): readonly HostedSample[];
  pages(): readonly HostedPage[];
  widgets(): readonly HostedWidget[];
  /** Built back-office scripts of the plugins in force: the file behind `/plugins/<id>/admin.js`. */
  scripts(): readonly { readonly id: string; readonly file: string; readonly build: string }[];
  /** Every plugin that was found, broken ones too, by id; secrets of the settings left out. */
  list(language: Language): readonly PluginListing[];
  /**
   * Changes one plugin's settings at once and keeps them. `config` is merged into what is there; `version` puts another
   * version in force, with its settings. @throws DomainError `unknown-plugin`, `plugin-broken`, `unknown-plugin-version`,
   * `plugin-version-unfit`, or `plugin-config` with `errors` by field; nothing is changed then.
   */
  configure(id: string, change: PluginChange, language: Language): Promise<PluginListing>;
  /**
   * Takes a plugin that is gone off the list; should it come back, it is switched off. Its settings are kept for then, or
   * forgotten. @throws DomainError `unknown-plugin`, `plugin-is-there`.
   */
  dismiss(id: string, what: { readonly keepSettings: boolean }): Promise<void>;
  /** Lets the plugins in force prepare for first questions, until the host is disposed of. Never throws. */
  prepare(): Promise<void>;
  /** Calls again at once what was set aside for failing. @throws DomainError `unknown-plugin`, `plugin-broken`. */
  retry(id: string, language: Language): PluginListing;
  /**
   * Runs a matcher or guard beside the one in force, on the cases that the office has, and lists the differences.
   * Nothing changes by it. @throws DomainError `unknown-plugin`, `unknown-contribution`, `nothing-to-compare`, `plugin-config`.
   */
  shadow(id: string, request: ShadowRequest, language: Language): Promise<ShadowRun>;
  /** Counts an error that nobody caught against the plugin whose code it comes from. False when it comes from none. */
  blame(error: unknown): boolean;
  /** What stops working when the plugin is switched off. @throws DomainError `unknown-plugin`. */
  impact(id: string, language: Language): Promise<PluginImpact>;
  /**
   * Takes up what changed outside this process: settings that another node wrote, and, with `code`, plugins that were
   * built again. Answers whether anything did.
   */
  refresh(options?: { readonly code: boolean }): Promise<boolean>;
  /** Told after each change of settings or code. Answers how to stop listening. */
  onChange(listener: (pluginId: string) => void): () => void;
}

export interface PluginChange {
  readonly enabled?: boolean;
  readonly config?: JsonObject;
  /** The one in force, or the one that lies beside it. */
  readonly version?: string;
}

/** Where a contribution comes from. */
export interface Hosted {
  readonly id: string;
  readonly plugin: string;
  readonly title: Text;
}

export interface HostedAction extends Hosted {
  readonly params?: DataSchema;
  /** @throws DomainError `plugin-unavailable`: the outbox tries again. `key` is the same at every attempt. */
  run(params: JsonObject, call: { readonly key: string; readonly case: JsonObject }): Promise<void>;
}

export interface HostedMatcher extends Hosted, Pick<MatcherContribution, "for" | "candidates" | "propose"> {
  /** At most `limit`, best first. @throws DomainError `plugin-unavailable`. */
  match(record: JsonObject, limit: number, language: Language): Promise<readonly Match[]>;
}

export interface HostedReport extends Hosted, Pick<ReportContribution, "description" | "params"> {
  /** @throws DomainError `plugin-unavailable`. */
  run(params: ReportParams, language: Language): Promise<ReportAnswer>;
}

export interface HostedChannel extends Hosted {
  /** @throws DomainError `plugin-unavailable` when neither it nor its fallback delivered. */
  send(message: ChannelMessage, language: Language): Promise<void>;
}

export interface HostedImporter extends Hosted {
  readonly type: string;
  read(path: string, context: ImportContext): AsyncIterable<ImportedRecord>;
}

export interface HostedFinder extends Hosted {
  readonly type: string;
  /** Ids, the most likely first. @throws DomainError `plugin-unavailable`. */
  find(text: string, limit: number, language: Language): Promise<readonly string[]>;
}

export interface HostedExporter
  extends Hosted,
    Pick<ExporterContribution, "description" | "roles" | "offeredIn" | "params"> {
  /** @throws DomainError `plugin-unavailable`. */
  run(params: ReportParams, reader: ExportReader): Promise<ExportedFile>;
}

/** For whom a file is made, and of which office. */
export interface ExportReader extends Pick<ExportContext, "records" | "office" | "language"> {}

export interface HostedSample extends Hosted {
  run(town: SampleTown): Promise<void>;
}

export interface HostedPage extends Hosted, PageContribution {
  readonly title: Text;
}

export interface HostedWidget extends Hosted, WidgetContribution {
  readonly title: Text;
}

export interface PluginListing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string | null;
  /** The npm package that it comes from; null for one of `plugins/`. */
  readonly package: string | null;
  /** `waiting`: switched on, but its settings or a plugin that it needs keep it from being in force. */
  readonly status: "active" | "disabled" | "waiting" | "broken";
  /** Why it is broken or waiting, as a sentence. */
  readonly reason: string | null;
  /** Its code is no longer there: nothing is left of it but its settings. */
  readonly isGone: boolean;
  readonly enabled: boolean;
  /** In force, defaults filled in, secrets left out. */
  readonly config: JsonObject;
  /** Draws the settings form. */
  readonly configSchema: DataSchema | null;
  readonly contributions: readonly ContributionListing[];
  /** Null for a plugin that does not run. */
  readonly usage: PluginUsage | null;
  /** Null where there is one version alone. */
  readonly beside: BesideListing | null;
}

/** The version of a plugin that is there and not in force. */
export interface BesideListing {
  readonly version: string | null;
  /** It is the next version; else the installed one, left for the next. */
  readonly isNext: boolean;
  /** Why it cannot be put in force, as a sentence. */
  readonly reason: string | null;
  /** The settings that it would have, secrets left out. */
  readonly config: JsonObject;
  readonly configSchema: DataSchema | null;
  readonly contributions: readonly ContributionListing[];
}

export interface ContributionListing {
  readonly kind: ContributionKind;
  readonly id: string;
  readonly title: string;
  readonly health: ContributionHealth | null;
}

export type ContributionKind =
  | "recordType"
  | "workflow"
  | "guard"
  | "action"
  | "matcher"
  | "finder"
  | "report"
  | "channel"
  | "importer"
  | "exporter"
  | "sample"
  | "page"
  | "widget";

/** How the calls of one contribution went since the start of this process. */
export interface ContributionHealth {
  /** `open`: it is set aside after failing; `half-open`: the next call tries it again. */
  readonly state: "closed" | "open" | "half-open";
  readonly calls: number;
  readonly failures: number;
  readonly inFlight: number;
  /** Mean and longest duration of a call, in milliseconds. */
  readonly averageMs: number;
  readonly longestMs: number;
  readonly lastFailure: {
    /** UTC ISO-8601. */
    readonly at: string;
    readonly message: string;
    /** The line of the plugin that it comes from, `plugins/calendar/feed.ts:12`, where that is known. */
    readonly place: string | null;
  } | null;
  /** When it was set aside, UTC ISO-8601; null while it is not. */
  readonly since: string | null;
}

/** What a plugin costs, as far as that can be told apart. */
export interface PluginUsage {
  /** In the office's own process, or in a thread of its own. */
  readonly isolation: "none" | "worker";
  /** What its threads hold, in megabytes; null in the office's process, where memory belongs to all, and before a first call. */
  readonly memoryMb: number | null;
  /** How often a thread of its was stopped. */
  readonly restarts: number;
  readonly calls: number;
  readonly failures: number;
  /** Time spent in its calls, in milliseconds. */
  readonly totalMs: number;
}

export interface PluginImpact {
  /** Workflows whose definition names a guard or action of the plugin, with the cases that live in them. */
  readonly workflows: readonly {
    readonly id: string;
    readonly title: string;
    readonly uses: readonly string[];
    readonly activeCases: number;
  }[];
  /** Record types and workflows that the plugin itself brings, with their records. */
  readonly types: readonly { readonly id: string; readonly title: string; readonly records: number }[];
  readonly reports: readonly { readonly id: string; readonly title: string }[];
  readonly matchers: readonly { readonly id: string; readonly title: string }[];
  readonly finders: readonly { readonly id: string; readonly title: string }[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
  readonly exporters: readonly { readonly id: string; readonly title: string }[];
  readonly pages: readonly { readonly id: string; readonly title: string }[];
  readonly widgets: readonly { readonly id: string; readonly title: string }[];
  /** Plugins in force that need this one. */
  readonly dependents: readonly string[];
}
