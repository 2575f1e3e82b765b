import type { Static, TSchema } from "@sinclair/typebox";
import type {
  ActionContribution,
  GuardContribution,
  ImporterContribution,
  MatcherContribution,
  PageContribution,
  ReportContribution,
  SampleContribution,
  WidgetContribution,
} from "./contributions.ts";
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
  readonly config?: Config;
  readonly recordTypes?: readonly RecordTypeDefinition[];
  readonly workflows?: readonly WorkflowDefinition[];
  readonly guards?: { readonly [id: string]: GuardContribution };
  readonly actions?: { readonly [id: string]: ActionContribution };
  readonly matchers?: { readonly [id: string]: MatcherContribution };
  readonly reports?: { readonly [id: string]: ReportContribution };
  readonly importers?: { readonly [id: string]: ImporterContribution };
  readonly samples?: { readonly [id: string]: SampleContribution };
  readonly pages?: { readonly [id: string]: PageContribution };
  readonly widgets?: { readonly [id: string]: WidgetContribution };
}

/** The settings of a plugin, as its `config` schema types them. */
export type PluginConfig<P> = P extends Plugin<infer C> ? Static<C> : never;

/** The version of this interface. A plugin names the range that it was written for. */
export const apiVersion = "1.0.0";

/**
 * Declares a plugin. `plugin.ts` exports its result as `plugin`.
 *
 * @example
 * export const plugin = definePlugin({ id: "hello", version: "1.0.0", title: "Hello", description: "Says hello", api: "^1.0.0" });
 */
export function definePlugin<const Config extends TSchema>(plugin: Plugin<Config>): Plugin<Config> {
  return plugin;
}
