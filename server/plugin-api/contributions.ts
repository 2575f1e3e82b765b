import type { DataSchema } from "./data-schema.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Reason } from "./reason.ts";
import type { Language, Text } from "./text.ts";

/** What a pure guard may look at. */
export interface GuardInput {
  /** The case's data with its system fields (`id`, `stage`, `assigneeId` …); at creation, the data asked for. */
  readonly case: JsonObject;
  /** The payload of the event, absent while its form is not filled in. */
  readonly event?: JsonObject;
  /** The records that the case refers to, by field without `Id`, two references deep. */
  readonly related: { readonly [name: string]: JsonObject | null };
  readonly counts: { readonly [key: string]: number };
  /** Local day of the office, ISO. */
  readonly today: string;
  readonly language: Language;
}

/** A rule in code: pure, and able to say why it blocks. */
export interface GuardContribution {
  readonly title: Text;
  readonly params?: DataSchema;
  /** Looks at the event's payload: counts as allowed until its form is filled in. */
  readonly readsEvent?: boolean;
  /** What counts while it cannot be asked, having thrown or taken too long: `block` (usual) says so, `pass` lets go on. */
  readonly fallback?: "block" | "pass";
  evaluate(params: JsonObject, input: GuardInput): GuardAnswer;
}

export type GuardAnswer = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** An effect in code: done from the outbox, at least once; `key` is the same at every attempt. */
export interface ActionContribution<Config = JsonObject> {
  readonly title: Text;
  readonly params?: DataSchema;
  run(params: JsonObject, context: ActionContext<Config>): Promise<void>;
}

export interface ActionContext<Config = JsonObject> extends CallContext<Config> {
  readonly key: string;
  /** The case that the effect comes from, as it is now. */
  readonly case: JsonObject;
}

/** What every call of a plugin's code is given. `Config` is what the plugin's own `config` schema types. */
export interface CallContext<Config = JsonObject> {
  readonly signal: AbortSignal;
  /** UTC ISO-8601. */
  readonly now: string;
  /** Local day of the office, ISO. */
  readonly today: string;
  readonly language: Language;
  /** The settings in force, defaults filled in. */
  readonly config: Config;
  readonly records: RecordAccess;
  /**
   * What the values of a field are called in the reader's language, in the order of the definition: the labels of an
   * enum, the stages of `stage`, the staff of `assigneeId`. Empty for any other field.
   */
  readonly labels: (type: string, field: string) => Promise<{ readonly [value: string]: string }>;
  readonly log: (message: string, details?: JsonObject) => void;
}

/** The records of the office, read under no one's rights: what a plugin answers is checked by the host. */
export interface RecordAccess {
  get(type: string, id: string): Promise<JsonObject | null>;
  /** Flat records. `filter` and `sort` are those of the HTTP lists. At most `limit` (default 1000). */
  list(type: string, query?: RecordQuery): Promise<readonly JsonObject[]>;
  count(type: string, filter?: JsonObject): Promise<number>;
  /** Groups the matching records and counts them, in the database. */
  aggregate(type: string, query: AggregateQuery): Promise<readonly AggregateRow[]>;
  /** Every record of the type in batches of at most 1000, by id. */
  each(type: string, filter?: JsonObject): AsyncIterable<readonly JsonObject[]>;
  /** Grows with every change of a record of the type: what an index in memory is kept fresh by. */
  revision(type: string): Promise<number>;
  /** Records of the type changed after that revision, tombstones as `{id, deleted: true}`. */
  changedSince(type: string, revision: number): Promise<readonly JsonObject[]>;
}

export interface RecordQuery {
  readonly filter?: JsonObject;
  readonly sort?: readonly [string, "ASC" | "DESC"];
  readonly limit?: number;
  readonly offset?: number;
}

export interface AggregateQuery {
  readonly filter?: JsonObject;
  /** Fields to group by; a date field may be cut to its month (`YYYY-MM`). A dotted field follows one reference: `journeyId.assigneeId`. */
  readonly groupBy: readonly (string | { readonly field: string; readonly by: "month" | "year" })[];
  /** Average number of days between two date fields of the group's records, dotted ones too, beside the count. */
  readonly averageDays?: { readonly from: string; readonly to: string };
}

export interface AggregateRow {
  /** The value of each `groupBy`, in its order. */
  readonly group: readonly Json[];
  readonly count: number;
  readonly averageDays?: number | null;
}

/** Ranks records of one type for a record of another, and explains every score. */
export interface MatcherContribution<Config = JsonObject> {
  readonly title: Text;
  /** The type that `GET /api/{for}/{id}/matches` is asked of, and the type that it answers. */
  readonly for: string;
  readonly candidates: string;
  /** What "propose" does: the type to create, and the fields that hold the two ids. */
  readonly propose?: { readonly type: string; readonly forField: string; readonly candidateField: string };
  /** What is answered while it cannot be asked: `refuse` (usual) says so, `nothing` leaves the place to other matchers. */
  readonly fallback?: "refuse" | "nothing";
  match(
    record: JsonObject,
    options: { readonly limit: number },
    context: CallContext<Config>,
  ): Promise<readonly Match[]>;
}

export interface Match {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  /** Why it suits or does not; `weight` is what the reason added to the score, negative where it took away. */
  readonly reasons: readonly MatchReason[];
  /** Hard limits: why it cannot be, whatever the score. */
  readonly blockers: readonly MatchReason[];
}

export interface MatchReason {
  readonly code: string;
  readonly message: string;
  readonly weight: number;
}

/** Figures, each with the records behind it. */
export interface ReportContribution<Config = JsonObject> {
  readonly title: Text;
  readonly description?: Text;
  /** Parameters beside `from` and `to`. */
  readonly params?: DataSchema;
  run(params: ReportParams, context: CallContext<Config>): Promise<ReportAnswer>;
}

export interface ReportParams extends JsonObject {
  /** Inclusive office days, ISO. */
  readonly from: string;
  readonly to: string;
}

export interface ReportAnswer {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals: { readonly [key: string]: number };
  /** Key of a text column: the rows that share its value add up to the totals, each such set on its own. */
  readonly sections?: string;
  /** What a chart shows first; the table is under it. */
  readonly chart?: ReportChart;
  /** What is counted, in a sentence. */
  readonly definition: string;
}

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  readonly type: "text" | "number" | "days" | "percent" | "month";
}

/**
 * Values by column key. `drill` lists exactly the records that the row's figures count; a figure may have its own under
 * `drills`. `names: true` says that the row names a person: it is left out for those who read masked figures.
 */
export interface ReportRow {
  readonly [column: string]: Json | DrillDown | { readonly [column: string]: DrillDown };
}

export interface DrillDown {
  readonly type: string;
  readonly filter: JsonObject;
}

export interface ReportChart {
  readonly type: "bar" | "stacked-bar" | "line";
  /** Key of the column that the axis shows. */
  readonly category: string;
  readonly series: readonly { readonly key: string; readonly title: string }[];
  /** Rows of the chart, where they are not the table's; a `drill` of theirs is where a bar leads. */
  readonly rows?: readonly ReportRow[];
  /** The finding, as a sentence. */
  readonly title: string;
}

/** Reads records from files that other systems publish. */
export interface ImporterContribution {
  readonly title: Text;
  /** The type that it fills: `passerelle <type> import <path>`. */
  readonly type: string;
  /** Reads the path and yields records with their natural key, which makes a second import change nothing. */
  read(path: string, context: ImportContext): AsyncIterable<ImportedRecord>;
}

export interface ImportContext {
  readonly signal: AbortSignal;
  readonly language: Language;
  /** A line that cannot be read: reported, and the rest goes on. */
  readonly reject: (line: { readonly file: string; readonly line: number; readonly reason: string }) => void;
}

export interface ImportedRecord {
  /** Field and value that name the record in the world outside (`{field: "code", value: "F1402"}`). */
  readonly key: { readonly field: string; readonly value: string };
  readonly data: JsonObject;
}

/**
 * Finds the records of a type behind what someone types, better than by the beginnings of words. It answers `q` of the
 * lists of that type where no order is asked for; where it cannot be asked, words are looked for as usual.
 */
export interface FinderContribution<Config = JsonObject> {
  readonly title: Text;
  readonly type: string;
  /** Ids of at most `limit` records, the most likely first. */
  find(text: string, options: { readonly limit: number }, context: CallContext<Config>): Promise<readonly string[]>;
}

/** A way to reach someone outside the office. Workflows send through it by the action `send-<id>`. */
export interface ChannelContribution<Config = JsonObject> {
  readonly title: Text;
  /** The id of a channel that the message goes by when this one fails for good or is not set up. */
  readonly fallback?: string;
  /** Delivers, or throws: what returns is taken for delivered. `key` is the same at every attempt. */
  send(message: ChannelMessage, context: CallContext<Config>): Promise<void>;
}

export interface ChannelMessage {
  readonly key: string;
  /** An address as the channel knows them: a mailbox, a telephone number, nothing for one that has but one end. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The case that it is about, where there is one. */
  readonly case?: JsonObject;
  readonly attachments?: readonly { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }[];
}

/** A town to try the product in: made by sending events through the engine on a set clock. */
export interface SampleContribution {
  readonly title: Text;
  run(town: SampleTown): Promise<void>;
}

export interface SampleTown {
  /** Local day of the office that the sample ends on, ISO. */
  readonly today: string;
  /** The instant that the sample ends at: nothing in it is later. UTC ISO-8601. */
  readonly now: string;
  /** The same numbers on every machine: 0 ≤ n < 1. */
  readonly random: () => number;
  /** Moves the clock; timers due until then fire. Never backwards. UTC ISO-8601. */
  moveClock(to: string): Promise<void>;
  user(user: {
    readonly email: string;
    readonly name: string;
    readonly password: string;
    readonly roles: readonly string[];
    readonly fields?: JsonObject;
  }): Promise<string>;
  /** Acts as this user from now on. */
  actAs(userId: string): void;
  create(type: string, data: JsonObject): Promise<JsonObject>;
  /** Many at once, in groups; answers in the same order. */
  createMany(type: string, data: readonly JsonObject[]): Promise<readonly JsonObject[]>;
  update(type: string, id: string, data: JsonObject): Promise<JsonObject>;
  /** Sends the event; a refusal throws with its reasons. */
  send(type: string, id: string, event: string, payload?: JsonObject): Promise<JsonObject>;
  list(type: string, query?: RecordQuery): Promise<readonly JsonObject[]>;
  progress(done: number, of: number): void;
}

/** A page of the back office, drawn by the plugin's `admin.tsx`. */
export interface PageContribution {
  readonly title: Text;
  /** Path with parameters, such as `/matching/:type/:id`. */
  readonly path: string;
  readonly roles: readonly string[];
}

/** A piece of an existing page, drawn by the plugin's `admin.tsx`. */
export interface WidgetContribution {
  readonly title: Text;
  readonly slot: "case-aside" | "record-aside" | "my-day";
  /** Types whose pages show it. */
  readonly types?: readonly string[];
  readonly roles: readonly string[];
}
