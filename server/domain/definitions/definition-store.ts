import type { OfficeDefinition } from "../../plugin-api/office-definition.ts";
import type { RecordTypeDefinition } from "../../plugin-api/record-type-definition.ts";
import type { WorkflowDefinition } from "../../plugin-api/workflow-definition.ts";

/** What a definition defines: ids are unique among workflows and record types together. */
export type DefinitionKind = KindedDefinition["kind"];

/** A definition with what it defines. */
export type KindedDefinition =
  | { readonly kind: "workflow"; readonly definition: WorkflowDefinition }
  | { readonly kind: "record-type"; readonly definition: RecordTypeDefinition }
  | { readonly kind: "office"; readonly definition: OfficeDefinition };

/** A definition as it was published. Never changed afterwards. */
export type PublishedDefinition = KindedDefinition & {
  readonly id: string;
  /** Counts the published versions of this id, from 1. */
  readonly version: number;
  /** UTC ISO-8601. */
  readonly publishedAt: string;
  /** Name of whoever published it. */
  readonly publishedBy: string;
  /** The plugin that contributes it; null for the office's own. */
  readonly source: string | null;
};

/** A definition that is being worked on. One per id; it is nobody's but the office's. */
export type DraftDefinition = KindedDefinition & {
  readonly id: string;
  /** The published version that it began from, 0 for a new workflow. */
  readonly basedOn: number;
  /** UTC ISO-8601. */
  readonly savedAt: string;
  /** Name of whoever saved it. */
  readonly savedBy: string;
};

/** Keeps definitions, published and in draft. Both adapters pass the suite in `test/integration/store/`. */
export interface DefinitionStore {
  /** The latest published version of every id. */
  inForce(): Promise<readonly PublishedDefinition[]>;
  version(kind: DefinitionKind, id: string, version: number): Promise<PublishedDefinition | null>;
  /** Every published version, the newest first. */
  versions(kind: DefinitionKind, id: string): Promise<readonly PublishedDefinition[]>;
  /**
   * Publishes all of them or none, and drops the drafts that say the same, in one transaction: what somebody else is
   * working on stays. False when a version is not the next one of its id: somebody published in between.
   */
  publish(definitions: readonly PublishedDefinition[]): Promise<boolean>;
  draft(kind: DefinitionKind, id: string): Promise<DraftDefinition | null>;
  drafts(kind: DefinitionKind): Promise<readonly DraftDefinition[]>;
  /** Replaces the draft of that id. */
  saveDraft(draft: DraftDefinition): Promise<void>;
  discardDraft(kind: DefinitionKind, id: string): Promise<void>;
  /** Grows with every publication: what other processes look at to know that theirs are old. */
  revision(): Promise<number>;
}
