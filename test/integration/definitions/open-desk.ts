import type { Database } from "../../../server/adapters/sql/database.ts";
import { createDefinitionStore } from "../../../server/adapters/sql/stores/definition-store.ts";
import { createTypeStorage } from "../../../server/adapters/sql/tables/type-storage.ts";
import type { Caller } from "../../../server/domain/changes/caller.ts";
import type { DefinitionsDesk } from "../../../server/domain/definitions/definitions-desk.ts";
import { type Library, openLibrary } from "../../support/library-office/open-library.ts";

/** What an administrator changes definitions with, in a library that has cases. */
export interface Desk {
  readonly desk: DefinitionsDesk;
  readonly library: Library;
  readonly admin: Caller;
}

/** The library with what its administrator works with. */
export async function openDesk(database: Database): Promise<Desk> {
  const library = await openLibrary(database);
  const { registry, validator, clock } = library.office;
  const desk: DefinitionsDesk = {
    store: createDefinitionStore(database),
    storage: createTypeStorage(database),
    registry,
    contributed: { guards: () => ({}), actions: () => ({}), types: () => [] },
    validator,
    clock,
    office: library.office,
  };
  return { desk, library, admin: library.as("admin") };
}
