import type { GuardContribution } from "../../plugin-api/contributions/index.ts";
import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** What the plugins bring to the definitions; the plugin host is one. */
export interface ContributedDefinitions {
  guards(): { readonly [id: string]: GuardContribution };
  actions(): { readonly [id: string]: unknown };
  /** The types of each plugin in force. */
  types(): readonly PluginTypes[];
}

/** What one plugin brings as data. */
export interface PluginTypes {
  readonly plugin: string;
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly workflows: readonly WorkflowDefinition[];
}
