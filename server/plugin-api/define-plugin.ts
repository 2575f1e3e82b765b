import type { Static, TSchema } from "@sinclair/typebox";
import type {
  ActionContribution,
  CallContext,
  ChannelContribution,
  ExporterContribution,
  FinderContribution,
  GuardContribution,
  ImporterContribution,
  MatcherContribution,
  PageContribution,
  ReportContribution,
  SampleContribution,
  WidgetContribution,
} from "./contributions/index.ts";
import type { ExactKeys } from "./exact-keys.ts";
import type { JsonObject } from "./json.ts";
import type { RecordTypeDefinition } from "./record-type-definition.ts";
import type { Text } from "./text.ts";
import type { WorkflowDefinition } from "./workflow-definition.ts";

/** Everything a plugin is, declared: the host lists, orders, documents and wraps it without running it. */
export interface Plugin<Config extends TSchema = TSchema> {
  /** The name of its folder: lower case, digits and hyphens. */
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  /** Semver range of the plugin API that it is written for. */
  readonly api: string;
  /** Plugins that must be there first: id → semver range. */
  readonly dependencies?: { readonly [id: string]: string };
  /** One JSON Schema: validates the settings, types `context.config`, draws their form. `x-secret` marks what is never shown. */
  readonly config?: Config;
  /** Grows when the settings change shape; 1 without it. */
  readonly configVersion?: number;
  /** Makes settings of an older `configVersion` fit this one. When it throws, the old ones are kept and the plugin waits. */
  migrateConfig?(settings: JsonObject, from: number): JsonObject | Promise<JsonObject>;
  /**
   * `worker`: its code runs in threads of its own, for what may loop or is heavy. A call that does not end is stopped,
   * and so is one that needs too much memory. Guards are asked there while the office stands still, for 250 ms at most.
   */
  readonly isolation?: "worker";
  /**
   * Reads what the first question to a contribution would have to wait for, such as an index in memory. Called once, in the
   * background, when the office has opened; `context.signal` says when it closes. Others must have their turn meanwhile.
   */
  prepare?(context: CallContext<ConfigOf<Config>>): Promise<void>;
  readonly recordTypes?: readonly RecordTypeDefinition[];
  readonly workflows?: readonly WorkflowDefinition[];
  readonly guards?: { readonly [id: string]: GuardContribution };
  readonly actions?: { readonly [id: string]: ActionContribution<ConfigOf<Config>> };
  readonly matchers?: { readonly [id: string]: MatcherContribution<ConfigOf<Config>> };
  readonly finders?: { readonly [id: string]: FinderContribution<ConfigOf<Config>> };
  readonly reports?: { readonly [id: string]: ReportContribution<ConfigOf<Config>> };
  readonly channels?: { readonly [id: string]: ChannelContribution<ConfigOf<Config>> };
  readonly importers?: { readonly [id: string]: ImporterContribution };
  readonly exporters?: { readonly [id: string]: ExporterContribution<ConfigOf<Config>> };
  readonly samples?: { readonly [id: string]: SampleContribution };
  readonly pages?: { readonly [id: string]: PageContribution };
  readonly widgets?: { readonly [id: string]: WidgetContribution };
}

/** The settings as the schema types them; any JSON object where there is no schema. */
export type ConfigOf<Config extends TSchema> = TSchema extends Config ? JsonObject : Static<Config>;

/** The settings of a plugin, as its `config` schema types them. */
export type PluginConfig<P> = P extends Plugin<infer Config> ? ConfigOf<Config> : never;

/** The version of this interface. A plugin names the range that it was written for. */
export const apiVersion = "1.4.0";

/**
 * Declares a plugin. `plugin.ts` exports its result as `plugin`. A misspelt key does not compile, neither in what is
 * declared nor in what its functions answer: there the compiler's sentence ends with `UnknownKey<"…">`, which names it.
 *
 * @example
 * export const plugin = definePlugin({ id: "hello", version: "1.0.0", title: "Hello", description: "Says hello", api: "^1.0.0" });
 */
export function definePlugin<const Config extends TSchema, Given>(
  // Asked in a roundabout way, so that an unknown key is one to the compiler too, although `Given` has it.
  plugin: Plugin<Config> & ([Given] extends [never] ? Given : ExactKeys<Given, Plugin<Config>>),
): Plugin<Config> {
  return plugin;
}
