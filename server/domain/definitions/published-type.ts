import type { CompiledWorkflow } from "../../engine/definition/compiled-workflow.ts";
import type { DataSchema } from "../../plugin-api/data-schema.ts";
import type { Permissions, RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";
import type { FieldRef } from "../records/record-reader.ts";
import type { TranslatedField } from "../records/translated-fields.ts";

/** A record type or a workflow as it is in force: its definition with what is worked out from it once. */
export interface PublishedType {
  readonly id: string;
  readonly kind: "record" | "workflow";
  /** Counts the published versions, from 1. */
  readonly version: number;
  readonly definition: RecordTypeDefinition | WorkflowDefinition;
  /** The plugin that contributes it; absent for the office's own. */
  readonly source?: string;
  /** Those of the definition, or what holds without them: the staff reads, creates and updates. */
  readonly permissions: Permissions;
  /** The template of its display names, `{title}`-like; for a workflow without one, that of its first reference. */
  readonly display: string;
  /** The template of what lists put its records in order by: that of their display names where the type has no other. */
  readonly sortName: string;
  /** The schema of the data; an empty object schema for a workflow without one. */
  readonly schema: DataSchema;
  /**
   * Every field that a list may filter or sort by, system fields included; fields of nested objects by their dotted
   * path (`binding.material`), readable where the object is.
   */
  readonly fields: ReadonlyMap<string, Field>;
  readonly references: readonly { readonly field: string; readonly type: string }[];
  /** Its fields that are told in the reader's language. */
  readonly translated: readonly TranslatedField[];
  /** The machine, for a workflow. */
  readonly compiled?: CompiledWorkflow;
}

/** A field that lists filter and sort by, and how the store looks it up. */
export interface Field {
  readonly ref: FieldRef;
  readonly schema: DataSchema;
  readonly indexed: boolean;
  readonly searched: boolean;
  /** The letter of its reading class, in the words of the full-text search. */
  readonly searchClass: string;
}

/**
 * The types in force, in memory. A publication replaces the entry at once on this process and, through live updates,
 * on the others. Live cases stay on the version that they were created in.
 */
export interface Registry {
  type(id: string): PublishedType | undefined;
  types(): readonly PublishedType[];
  /** The machine of that version, compiled once. */
  workflow(id: string, version: number): Promise<CompiledWorkflow>;
}
