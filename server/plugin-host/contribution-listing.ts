/** One contribution as administrators see it; health is null for what is not called: types, pages, widgets. */
export interface ContributionListing {
  readonly kind: ContributionKind;
  readonly id: string;
  readonly title: string;
  readonly health: ContributionHealth | null;
}

/** What a plugin may bring, in the singular. */
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
