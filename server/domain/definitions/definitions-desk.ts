import type { Actor } from "../../engine/execution/case.ts";
import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { Language } from "../../plugin-api/text.ts";
import type { ChangeStore } from "../changes/change-store.ts";
import type { WorkQueue } from "../changes/work-queue.ts";
import type { RecordReader } from "../records/record-reader.ts";
import type { ContributedDefinitions } from "./contributed-definitions.ts";
import type { DefinitionStore } from "./definition-store.ts";
import type { OfficeRegistry } from "./office-registry.ts";
import type { PublishedType } from "./published-type.ts";
import type { EntriesOf, TypeStorage } from "./type-storage.ts";

/** What the use cases on definitions work with. */
export interface DefinitionsDesk {
  readonly store: DefinitionStore;
  readonly storage: TypeStorage;
  readonly registry: OfficeRegistry;
  readonly contributed: ContributedDefinitions;
  readonly validator: SchemaValidator;
  readonly records: RecordReader;
  readonly changes: ChangeStore;
  readonly queue: Pick<WorkQueue, "timersOf">;
  /** How the records of a type are found: what `reindex` writes again. */
  readonly entriesOf: (type: PublishedType) => EntriesOf;
  /** UTC ISO-8601. */
  readonly clock: () => string;
}

/** Who asks, and the language of the sentences in the answer. Definitions are the administrator's: others are refused. */
export interface Asker {
  readonly by: Actor;
  readonly language: Language;
}
