import type { OfficeDefinition } from "../../../plugin-api/office-definition.ts";
import type { RecordTypeDefinition } from "../../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../../plugin-api/workflow-definition.ts";
import type { KindedDefinition } from "../definition-store.ts";

/** One office as data: what its folder holds. */
export interface OfficePack {
  readonly office: OfficeDefinition;
  readonly recordTypes: readonly RecordTypeDefinition[];
  readonly workflows: readonly WorkflowDefinition[];
}

/** The JSON files of a pack's folder by their path in it, with forward slashes. */
export type PackFiles = ReadonlyMap<string, string>;

/** Every definition of a pack, with what it defines. */
export function definitionsOf({
  office,
  recordTypes,
  workflows,
}: Partial<Pick<OfficePack, "office">> & Omit<OfficePack, "office">): readonly KindedDefinition[] {
  return [
    ...(office === undefined ? [] : [{ kind: "office" as const, definition: office }]),
    ...recordTypes.map((definition) => ({ kind: "record-type" as const, definition })),
    ...workflows.map((definition) => ({ kind: "workflow" as const, definition })),
  ];
}
