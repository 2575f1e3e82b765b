import type { OfficeDefinition, RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** One office as data: what its folder holds. */
export interface OfficePack {
  readonly office: OfficeDefinition;
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly workflows: readonly WorkflowDefinition[];
}

/** The JSON files of a pack's folder by their path in it, with forward slashes. */
export type PackFiles = ReadonlyMap<string, string>;
