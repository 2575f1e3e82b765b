import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** What the office has, which a definition may name. */
export interface LintContext {
  /** Ids of the office's roles. */
  readonly roles: readonly string[];
  /** Ids of all its record types and workflows. */
  readonly recordTypes: readonly string[];
  /** Ids of the plugins' guards and actions. */
  readonly guards: readonly string[];
  readonly actions: readonly string[];
  /** The definitions of the others, where they are known. */
  readonly neighbours?: readonly (RecordTypeDefinition | WorkflowDefinition)[];
  readonly language: Language;
}
