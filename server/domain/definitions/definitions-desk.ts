import type { SchemaValidator } from "../../engine/schema/validator.ts";
import type { Clock } from "../changes/clock.ts";
import type { Office } from "../changes/office.ts";
import type { ContributedDefinitions } from "./contributed-definitions.ts";
import type { DefinitionStore } from "./definition-store.ts";
import type { OfficeRegistry } from "./office-registry.ts";
import type { TypeStorage } from "./type-storage.ts";

/** What is there before the office works: enough to read its definitions. */
export interface DefinitionsBase {
  readonly store: DefinitionStore;
  readonly storage: TypeStorage;
  readonly registry: OfficeRegistry;
  readonly contributed: ContributedDefinitions;
  readonly validator: SchemaValidator;
  readonly clock: Pick<Clock, "now">;
}

/** What the use cases on definitions work with. */
export interface DefinitionsDesk extends DefinitionsBase {
  readonly office: Office;
}
