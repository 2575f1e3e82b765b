import { readPackFolder } from "../../../server/adapters/office-pack/read-pack-folder.ts";
import { createChangeStore } from "../../../server/adapters/sql/changing/change-store.ts";
import type { Database } from "../../../server/adapters/sql/database.ts";
import { KnownRecords } from "../../../server/adapters/sql/reading/known-records.ts";
import { createRecordReader } from "../../../server/adapters/sql/reading/record-reader.ts";
import { createDefinitionStore } from "../../../server/adapters/sql/stores/definition-store.ts";
import { createIncidentStore } from "../../../server/adapters/sql/stores/incident-store.ts";
import { createWorkQueue } from "../../../server/adapters/sql/stores/work-queue.ts";
import { createTypeStorage } from "../../../server/adapters/sql/tables/type-storage.ts";
import { createAjvValidator } from "../../../server/adapters/validation/ajv-validator.ts";
import { type Caller, callerOf } from "../../../server/domain/changes/caller.ts";
import type { ChangedRecord, Office, PluginAction } from "../../../server/domain/changes/office.ts";
import { SettableClock } from "../../../server/domain/changes/settable-clock.ts";
import { createOfficeRegistry } from "../../../server/domain/definitions/create-office-registry.ts";
import { engineTools } from "../../../server/domain/definitions/engine-tools.ts";
import { parseOfficePack } from "../../../server/domain/definitions/pack/parse-office-pack.ts";
import { seedOffice } from "../../../server/domain/definitions/pack/seed-office.ts";
import { openOffice } from "../../../server/domain/effects/open-office.ts";
import type { IncidentStore } from "../../../server/domain/incidents/incident-store.ts";
import type { BackgroundRunner } from "../../../server/domain/timers/background-runner.ts";
import type { GuardContribution } from "../../../server/plugin-api/contributions/index.ts";
import type { JsonObject } from "../../../server/plugin-api/json.ts";
import type { RecordTypeDefinition } from "../../../server/plugin-api/record-type-definition.ts";
import type { Language } from "../../../server/plugin-api/text.ts";
import type { WorkflowDefinition } from "../../../server/plugin-api/workflow-definition.ts";

/** A library at work on a set clock: an office that has nothing to do with the one in `workflows/`. */
export interface Library {
  readonly office: Office;
  readonly background: BackgroundRunner;
  readonly incidents: IncidentStore;
  readonly clock: SettableClock;
  /** What was told to live listeners, in order. */
  readonly told: readonly ChangedRecord[];
  /** What was logged as a warning, and what in the ordinary course. */
  readonly logged: readonly LogLine[];
  readonly passed: readonly LogLine[];
  /** Someone with these roles, whose id is the first of them. */
  as(
    role: string,
    options?: { readonly fields?: JsonObject; readonly language?: Language; readonly id?: string },
  ): Caller;
}

interface LogLine {
  readonly message: string;
  readonly details: JsonObject;
}

/** The morning that every test begins on: a Monday, 09:00 in the library's time zone. */
export const morning = "2026-03-02T08:00:00.000Z";

/** From the root of the project, where tests and benchmarks run. */
const folder = "test/support/library-office";

/** What a plugin adds to the library. */
export interface LibraryPlugin {
  readonly actions?: { readonly [id: string]: PluginAction };
  readonly guards?: { readonly [id: string]: GuardContribution };
  readonly recordTypes?: readonly RecordTypeDefinition[];
  readonly workflows?: readonly WorkflowDefinition[];
  /** The folder of another office to open in its place. */
  readonly pack?: string;
}

/** Opens the library in a migrated database. Its staff are the users `admin`, `librarian` and `desk`. */
export async function openLibrary(database: Database, plugin: LibraryPlugin = {}): Promise<Library> {
  const clock = new SettableClock(morning);
  const validator = createAjvValidator();
  const { actions = {}, guards = {}, recordTypes = [], workflows = [], pack = folder } = plugin;
  const types = () => [{ plugin: "extras", recordTypes, workflows }];
  const contributed = { guards: () => guards, actions: () => actions, types };
  const definitions = createDefinitionStore(database);
  const onBroken = (id: string, error: unknown) => {
    throw new Error(`The definition of ${id} is broken`, { cause: error });
  };
  const registry = createOfficeRegistry({ store: definitions, contributed, validator, onBroken });
  const base = { store: definitions, storage: createTypeStorage(database), registry, contributed, validator, clock };
  await seedOffice(base, async () => parseOfficePack(await readPackFolder(pack), validator));
  const told: ChangedRecord[] = [];
  const logged: LogLine[] = [];
  const passed: LogLine[] = [];
  const tools = engineTools(contributed, validator);
  const known = new KnownRecords();
  const staff = new Set(["admin", "librarian", "desk"]);
  const { office, background } = openOffice({
    registry,
    clock,
    validator,
    store: createChangeStore(database, known),
    reader: createRecordReader(database, known),
    searchIndex: base.storage,
    queue: createWorkQueue(database),
    tools: () => tools,
    actions: () => actions,
    live: { changed: (change) => told.push(change) },
    staff: { isStaff: async (id) => staff.has(id) },
    files: { get: async () => null },
    log: (message, details, level = "warn") => (level === "warn" ? logged : passed).push({ message, details }),
  });
  const as: Library["as"] = (role, { fields = {}, language = "en", id = role } = {}) =>
    callerOf(office, { id, name: id, roles: [role], fields, kind: "person" }, language);
  return { office, background, incidents: createIncidentStore(database), clock, told, logged, passed, as };
}
